import { command } from "../../command.ts";
import { text } from "../../fields.ts";
import { openSource } from "../../upload-source.ts";
import { publicationView } from "../../views/version.ts";

const megabyte = 1_000_000;

export default command({
  summary: "Publish a CSV file, plain or gzip, as the new version of a dataset",
  details:
    "The file is refused whole, with the line, column, value and reason of its first faults, or it becomes the current version. The rows of the current version make no new one.",
  args: { slug: text("the dataset") },
  flags: { file: text("the file, or - for standard input", "file") },
  examples: [
    "wizdata datasets publish nse-kenya --file nse-kenya-daily.csv.gz",
    "wizdata datasets publish nse-kenya --file - < nse-kenya-daily.csv",
  ],
  isBulk: () => true,
  run: async ({ wizdata, terminal, signal, progress }, { slug, file }) => {
    const inMegabytes = (bytes: number) => (bytes / megabyte).toFixed(1);
    const { upload, contentType, bytesTotal } = await openSource(terminal, file, (bytes) => {
      const isWhole = bytes === bytesTotal;
      const total = bytesTotal === undefined ? "" : ` of ${inMegabytes(bytesTotal)}`;
      progress(isWhole ? "Sent. The server checks and sorts the rows …" : `Sent ${inMegabytes(bytes)}${total} MB`);
    });
    return wizdata.datasets.publish(slug, upload, {}, { headers: { "content-type": contentType }, signal });
  },
  view: publicationView,
});
