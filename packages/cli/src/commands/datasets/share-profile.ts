import { command } from "../../command.ts";
import { Failure } from "../../failures.ts";
import { optional, text, withDefault } from "../../fields.ts";
import { integer, nullable, objectOf, string } from "../../output/schema.ts";
import { plain, record } from "../../output/view.ts";

const stdout = "-";

export default command({
  summary: "Write the profile with which Spark, pandas, DuckDB or Power BI read your datasets",
  details:
    "The profile is a Delta Sharing one. It has your key in it: the file is for you alone to read, and the key is shown only by --to -. With a dataset, it is checked that it is shared with your key.",
  args: { slug: optional(text("a dataset you are subscribed to")) },
  flags: { to: withDefault(text("write it to this file; - is stdout", "file"), "wizdata.share") },
  examples: ["wizdata datasets share-profile", "wizdata datasets share-profile nse-kenya --to nse-kenya.share"],
  output: objectOf({
    file: nullable(string),
    endpoint: string,
    table: nullable(string),
    expires_at: nullable(string),
    profile: nullable(
      objectOf({ shareCredentialsVersion: integer, endpoint: string, bearerToken: string }, { expirationTime: string }),
    ),
  }),
  run: async ({ wizdata, fetch, signal }, { slug, to }) => {
    const { writeShareProfile } = await import("../../share-profile-file.ts");
    const profile = await wizdata.datasets.shareProfile({ signal });
    const { endpoint, bearerToken, expirationTime } = profile;
    const table = slug === undefined ? null : `wizdata.datasets.${slug}`;
    if (slug !== undefined) {
      const url = `${endpoint}/shares/wizdata/schemas/datasets/tables/${encodeURIComponent(slug)}/version`;
      const headers = { authorization: `Bearer ${bearerToken}` };
      const { status } = await fetch(new Request(url, { headers, signal }));
      if (status !== 200) throw notShared(slug, status);
    }
    const isFile = to !== stdout;
    if (isFile) await writeShareProfile(to, profile);
    return {
      file: isFile ? to : null,
      endpoint,
      table: table === null || !isFile ? table : `${to}#${table}`,
      expires_at: expirationTime ?? null,
      profile: isFile ? null : profile,
    };
  },
  view: ({ profile, file, endpoint, table, expires_at }) =>
    profile === null
      ? record({ file, endpoint, table, expires_at }, ["It has your key in it: keep the file as you keep the key."])
      : plain(JSON.stringify(profile, null, 2)),
});

const notShared = (slug: string, status: number) =>
  status === 404
    ? new Failure("not_found", "not_found", `${slug} is not shared with this key.`, {
        hint: "A live subscription of a tier with exports shares it.",
        next: [`wizdata datasets show ${slug}`],
      })
    : new Failure("forbidden", "forbidden", `${slug} cannot be read with this key (HTTP ${status}).`, {
        hint: "It needs the scope data:read, and a partner's key.",
        next: ["wizdata auth status"],
      });
