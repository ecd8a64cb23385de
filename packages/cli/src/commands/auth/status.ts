import { localCommand } from "../../command.ts";
import { named, objectOf, string } from "../../output/schema.ts";
import { record } from "../../output/view.ts";
import { requireKey } from "../../settings/connection.ts";
import { areProfilesOpenToOthers, profilesFile } from "../../settings/profiles.ts";

export default localCommand({
  summary: "Show which key is used, where it comes from and what it may do",
  examples: ["wizdata auth status", "wizdata auth status --profile work --json"],
  output: objectOf({ profile: string, base_url: string, api_key_from: string, me: named("Me") }),
  run: async (context) => {
    const { env } = context.terminal;
    const connection = await context.connection();
    if (await areProfilesOpenToOthers(env))
      await context.note(`Others on this machine can read your keys: chmod 600 ${profilesFile(env)}`);
    requireKey(connection);
    const wizdata = await context.connect(connection);
    const me = await wizdata.me.retrieve({ signal: context.signal });
    return { profile: connection.profile, base_url: connection.baseUrl, api_key_from: connection.apiKeyFrom, me };
  },
  view: ({ me: { kind, key, partner }, profile, base_url, api_key_from }) =>
    record({
      base_url,
      profile,
      api_key_from,
      kind,
      partner: partner ? `${partner.company} (${partner.id})` : undefined,
      key: `${key.name} (${key.id}, ${key.mode}, ${key.hint})`,
      status: key.status,
      expires_at: key.expires_at ?? undefined,
      retires_at: key.retires_at ?? undefined,
      scopes: key.scopes.join(" "),
    }),
});
