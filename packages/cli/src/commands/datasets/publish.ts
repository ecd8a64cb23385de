import { command } from "../../command.ts";
import { commandLine } from "../../command-line.ts";
import { choice, given, optional, text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { openSource } from "../../upload-source.ts";
import { publicationView } from "../../views/version.ts";
import { schemaContracts } from "../../words.ts";

const modes = ["replace", "append", "upsert", "delete"] as const;

export default command({
  summary: "Publish a file as the new version of a dataset: CSV, NDJSON or Parquet, plain, gzip or zstd",
  details:
    "The file is refused whole, with the line, column, value and reason of its first faults, or it becomes the current version: as the whole of it, or, with --mode, as rows to add, to put in the place of those with the same keys, or to delete by their keys. The rows of the current version make no new one. A large file is sent in parts; one that was broken off goes on with --resume.",
  args: { slug: text("the dataset") },
  flags: {
    file: text("the file, or - for standard input", "file"),
    mode: optional(choice("what the file is to the version before; replace if not given", modes)),
    note: optional(text("one line about what the version brings", "text")),
    contract: optional(choice("how far it may change the columns, if less than the dataset allows", schemaContracts)),
    resume: optional(text("an upload that was broken off: only what it lacks is sent", "upload")),
  },
  examples: [
    "wizdata datasets publish nse-kenya --file nse-kenya-daily.csv.gz",
    "wizdata datasets publish nse-kenya --file nse-kenya-daily.parquet --note 'Adds March'",
    "wizdata datasets publish nse-kenya --file nse-kenya-daily.ndjson.zst --resume upl_01jcz3q8v4k2m6n8p0r2t4w6x8",
    "wizdata datasets publish nse-kenya --file new-day.csv --mode append",
    "wizdata datasets publish nse-kenya --file corrections.csv --mode upsert",
    "wizdata datasets publish nse-kenya --file withdrawn-keys.csv --mode delete",
    "wizdata datasets publish nse-kenya --file - < nse-kenya-daily.csv",
  ],
  output: answer("datasets.publish"),
  changes: true,
  isBulk: () => true,
  run: async (
    { wizdata, terminal, signal, progress, profileFlag, note: tell },
    { slug, file, mode, note, contract, resume },
  ) => {
    const { upload, name } = await openSource(terminal, file);
    const told = new Set([resume]);
    return wizdata.datasets.publish(slug, upload, given({ mode, note, contract }), {
      ...given({ name, resume }),
      signal,
      onProgress: ({ bytes, bytesTotal, upload: id }) => {
        if (id !== undefined && !told.has(id)) {
          told.add(id);
          // Said at once, so that it is known even where this process is killed.
          const said = [
            ...(mode === undefined ? [] : ["--mode", mode]),
            ...(note === undefined ? [] : ["--note", note]),
            ...(contract === undefined ? [] : ["--contract", contract]),
          ];
          const words = ["datasets", "publish", slug, "--file", file, ...said, "--resume", id];
          void tell(`If it is broken off: ${commandLine(words, profileFlag)}`);
        }
        const sending = { what: `Sending ${slug}`, done: bytes, total: bytesTotal, unit: "bytes" } as const;
        progress(bytes === bytesTotal ? "Sent. The server checks and sorts the rows …" : sending);
      },
    });
  },
  view: publicationView,
});
