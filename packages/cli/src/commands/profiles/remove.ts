import { localCommand } from "../../command.ts";
import { text } from "../../fields.ts";
import { objectOf, string } from "../../output/schema.ts";
import { record } from "../../output/view.ts";
import { readProfiles, requireProfile, writeProfiles } from "../../settings/profiles.ts";

export default localCommand({
  summary: "Remove a profile and forget its key",
  details: "The key itself goes on working: wizdata keys revoke ends it.",
  args: { profile: text("the profile's name") },
  examples: ["wizdata profiles remove work --yes"],
  output: objectOf({ removed: string, current: string }),
  changes: true,
  confirm: ({ profile }) => `Remove the profile ${profile} and forget its key?`,
  run: async ({ terminal: { env }, isDryRun }, { profile }) => {
    const saved = await readProfiles(env);
    requireProfile(saved, profile);
    const { [profile]: _removed, ...profiles } = saved.profiles;
    const current = saved.current === profile ? (Object.keys(profiles).sort()[0] ?? "default") : saved.current;
    if (!isDryRun) await writeProfiles(env, { current, profiles });
    return { removed: profile, current };
  },
  view: (removed) => record(removed),
});
