import { command } from "../../command.ts";
import { checkFolder, downloadedFile, downloadFiles, filesView } from "../../export-files.ts";
import { text, withDefault } from "../../fields.ts";
import { arrayOf, objectOf, string } from "../../output/schema.ts";

export default command({
  summary: "Download the files of an export and verify them",
  details: "A file gets its name only when its length and SHA-256 are those of the manifest.",
  args: { export: text("the export's id") },
  flags: { to: withDefault(text("the folder for the files; it is made if missing", "folder"), ".") },
  examples: ["wizdata exports download exp_01jcz3q8v4k2m6n8p0r2t4w6x8 --to ./nse-kenya"],
  output: objectOf({ export_id: string, files: arrayOf(downloadedFile) }),
  isBulk: () => true,
  run: async (context, { export: id, to }) => {
    await checkFolder(to);
    return { export_id: id, files: await downloadFiles(context, id, to) };
  },
  view: ({ files }) => filesView(files),
});
