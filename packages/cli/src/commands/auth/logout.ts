import { localCommand } from "../../command.ts";
import { toggle } from "../../fields.ts";
import { arrayOf, nullable, objectOf, string } from "../../output/schema.ts";
import { record } from "../../output/view.ts";
import { checkProfileName } from "../../settings/connection.ts";
import { readProfiles, writeProfiles } from "../../settings/profiles.ts";

export default localCommand({
  summary: "Forget the API key of a profile",
  details: "The key itself goes on working: wizdata keys revoke ends it.",
  flags: { all: toggle("forget all profiles") },
  examples: ["wizdata auth logout", "wizdata auth logout --profile work"],
  output: objectOf({ forgotten: arrayOf(string), current: nullable(string) }),
  changes: true,
  run: async ({ terminal: { env }, profileFlag, isDryRun }, { all }) => {
    const saved = await readProfiles(env);
    const profile = checkProfileName(profileFlag ?? (env.WIZDATA_PROFILE || saved.current));
    const forgotten = Object.keys(saved.profiles).filter((name) => all || name === profile);
    const kept = Object.entries(saved.profiles).filter(([name]) => !forgotten.includes(name));
    if (forgotten.length > 0 && !isDryRun) {
      const current = forgotten.includes(saved.current) ? (kept[0]?.[0] ?? "default") : saved.current;
      await writeProfiles(env, { current, profiles: Object.fromEntries(kept) });
    }
    return {
      forgotten,
      current: forgotten.length > 0 && forgotten.includes(saved.current) ? (kept[0]?.[0] ?? null) : saved.current,
    };
  },
  view: ({ forgotten }) =>
    record(
      { forgotten: forgotten.join(", ") || undefined },
      forgotten.length === 0 ? ["Nobody was logged in there."] : [],
    ),
});
