import { command } from "../../command.ts";
import { given, optional, text } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { openSource } from "../../upload-source.ts";
import { publicationView } from "../../views/version.ts";

export default command({
  summary: "Publish a CSV file, plain or gzip, as the new version of a dataset",
  details:
    "The file is refused whole, with the line, column, value and reason of its first faults, or it becomes the current version. The rows of the current version make no new one.",
  args: { slug: text("the dataset") },
  flags: {
    file: text("the file, or - for standard input", "file"),
    note: optional(text("one line about what the version brings", "text")),
  },
  examples: [
    "wizdata datasets publish nse-kenya --file nse-kenya-daily.csv.gz",
    "wizdata datasets publish nse-kenya --file nse-kenya-daily.csv.gz --note 'Adds March'",
    "wizdata datasets publish nse-kenya --file - < nse-kenya-daily.csv",
  ],
  output: answer("datasets.publish"),
  changes: true,
  isBulk: () => true,
  run: async ({ wizdata, terminal, signal, progress }, { slug, file, note }) => {
    const { upload, contentType, bytesTotal } = await openSource(terminal, file, (bytes) => {
      const sending = { what: `Sending ${slug}`, done: bytes, total: bytesTotal, unit: "bytes" } as const;
      progress(bytes === bytesTotal ? "Sent. The server checks and sorts the rows …" : sending);
    });
    return wizdata.datasets.publish(slug, upload, given({ note }), {
      headers: { "content-type": contentType },
      signal,
    });
  },
  view: publicationView,
});
