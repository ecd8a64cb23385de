import { keyMode } from "@wizdata/shared";
import { localCommand } from "../../command.ts";
import { arrayOf, boolean, nullable, objectOf, string } from "../../output/schema.ts";
import { table } from "../../output/view.ts";
import { defaultBaseUrl } from "../../settings/base-url.ts";
import { readProfiles } from "../../settings/profiles.ts";

const hintChars = 4;

export default localCommand({
  summary: "List the saved profiles and which of them is current",
  examples: ["wizdata profiles list"],
  output: objectOf({
    data: arrayOf(objectOf({ name: string, is_current: boolean, base_url: string, key: nullable(string) })),
  }),
  run: async ({ terminal: { env } }) => {
    const { current, profiles } = await readProfiles(env);
    const names = Object.keys(profiles).sort();
    return {
      data: names.map((name) => ({
        name,
        is_current: name === current,
        base_url: profiles[name]?.base_url ?? defaultBaseUrl,
        key: keyHint(profiles[name]?.api_key),
      })),
    };
  },
  view: ({ data }) =>
    table(
      data,
      {
        name: ({ name }) => name,
        current: ({ is_current }) => (is_current ? "*" : ""),
        base_url: ({ base_url }) => base_url,
        key: ({ key }) => key,
      },
      data.length === 0 ? ["No profiles. Log in: wizdata auth login"] : [],
    ),
});

/** Enough to tell keys apart, never enough to use one. */
function keyHint(key: string | undefined): string | null {
  if (key === undefined) return null;
  return `wz_${keyMode(key) ?? "?"}_…${key.slice(-hintChars)}`;
}
