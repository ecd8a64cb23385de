import { localCommand } from "../../command.ts";
import { text } from "../../fields.ts";
import { objectOf, string } from "../../output/schema.ts";
import { record } from "../../output/view.ts";
import { defaultBaseUrl } from "../../settings/base-url.ts";
import { readProfiles, requireProfile, writeProfiles } from "../../settings/profiles.ts";

export default localCommand({
  summary: "Make a profile the current one",
  details: "--profile and WIZDATA_PROFILE choose another for one command or one shell; see wizdata help environment.",
  args: { profile: text("the profile's name") },
  examples: ["wizdata profiles use work"],
  output: objectOf({ current: string, base_url: string }),
  changes: true,
  run: async ({ terminal: { env }, isDryRun, note }, { profile }) => {
    const saved = await readProfiles(env);
    const { base_url = defaultBaseUrl } = requireProfile(saved, profile);
    if (!isDryRun) await writeProfiles(env, { ...saved, current: profile });
    for (const name of ["WIZDATA_API_KEY", "WIZDATA_BASE_URL", "WIZDATA_PROFILE"])
      if (env[name]) await note(`${name} is set and counts before the current profile until you unset it.`);
    return { current: profile, base_url };
  },
  view: (chosen) => record(chosen),
});
