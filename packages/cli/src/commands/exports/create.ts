import { command } from "../../command.ts";
import { checkFolder, downloadedFile, downloadFiles, filesView, waitUntilReady } from "../../export-files.ts";
import { orderFlags, readOrder } from "../../export-flags.ts";
import { choice, given, integer, optional, text, toggle, withDefault } from "../../fields.ts";
import { answer, arrayOf, withMembers } from "../../output/schema.ts";
import { duration } from "../../output/times.ts";
import { sections } from "../../output/view.ts";
import { filterArgument } from "../../row-filters.ts";
import { exportView } from "../../views/export.ts";
import { exportFormats } from "../../words.ts";

export default command({
  summary: "Order an export of a dataset, or of some of its rows",
  details: "The job runs on the server whether this command waits or not. Downloads are free, as often as wanted.",
  args: { slug: text("the dataset"), conditions: filterArgument() },
  flags: {
    format: withDefault(choice("the format of the files", exportFormats), "parquet"),
    ...orderFlags,
    maxRows: optional(integer("refuse it, before anything is reserved, if it has more rows", "n", 0)),
    wait: toggle("wait until it is ready"),
    timeout: optional(duration("wait no longer than this; the job goes on")),
    download: optional(text("wait, then download the files into this folder and verify them", "folder")),
  },
  examples: [
    "wizdata exports create nse-kenya --format parquet --download ./nse-kenya",
    "wizdata exports create nse-kenya --format ndjson --compression gzip --rows-per-file 100000 --download ./nse-kenya",
    "wizdata exports create nse-kenya --format csv --split-by code --max-rows 1000000 --download ./nse-kenya",
    "wizdata exports create nse-kenya code=SCOM --from 2020-01-01 --format csv --wait --timeout 10m",
    "wizdata exports create nse-kenya --as-of 2026-03-15 --download ./nse-kenya-march",
  ],
  output: withMembers(answer("exports.create"), {}, { files: arrayOf(downloadedFile) }),
  changes: true,
  isBulk: ({ download }) => download !== undefined,
  run: async (context, { slug, conditions, format, maxRows, wait, timeout, download, ...flags }) => {
    const { wizdata, signal } = context;
    if (download !== undefined) await checkFolder(download);
    const job = await wizdata.exports.create(
      { dataset: slug, format, ...readOrder(conditions, flags), ...given({ max_rows: maxRows }) },
      { signal },
    );
    if (!wait && download === undefined) return job;
    await context.note(`${job.id} is ${job.status}.`);
    const ready = await waitUntilReady(context, job, timeout);
    return download === undefined ? ready : { ...ready, files: await downloadFiles(context, ready.id, download) };
  },
  view: (job) =>
    "files" in job ? sections({ export: exportView(job), files: filesView(job.files) }) : exportView(job),
});
