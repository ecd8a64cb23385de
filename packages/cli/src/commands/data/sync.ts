import { command } from "../../command.ts";
import { checkFolder } from "../../export-files.ts";
import { text } from "../../fields.ts";
import { integer, nullable, objectOf, string } from "../../output/schema.ts";
import { record } from "../../output/view.ts";

export default command({
  summary: "Keep a copy of a dataset in a folder in step",
  details:
    "The first time all rows come, later only those that changed. The folder's wizdata-sync.json names the files that hold the copy, one row as JSON a line. What is interrupted leaves the copy as it was, and the next sync ends where this one would have. Each page of up to 10 000 changes is one metered call.",
  args: { slug: text("the dataset") },
  flags: { to: text("the folder; it is made if missing, and holds one dataset", "folder") },
  examples: ["wizdata data sync nse-kenya --to ./nse-kenya"],
  output: objectOf({
    dataset: string,
    since: nullable(integer),
    version: integer,
    added: integer,
    changed: integer,
    removed: integer,
    expired: integer,
  }),
  isBulk: () => true,
  run: async ({ wizdata, signal, progress }, { slug, to }) => {
    await checkFolder(to);
    return wizdata.data.sync(slug, {
      to,
      signal,
      onProgress: ({ rows, rowsTotal }) => progress({ what: slug, done: rows, total: rowsTotal, unit: "rows" }),
    });
  },
  view: (result, { to }) =>
    record({ ...result }, [
      result.since === null
        ? `${to} holds version ${result.version} of ${result.dataset}.`
        : `${to} held version ${result.since} and holds version ${result.version} of ${result.dataset}.`,
    ]),
});
