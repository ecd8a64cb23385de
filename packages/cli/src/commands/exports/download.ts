import { command } from "../../command.ts";
import { checkFolder, downloadedFile, downloadFiles, filesView } from "../../export-files.ts";
import { integer, text, withDefault } from "../../fields.ts";
import { arrayOf, objectOf, string } from "../../output/schema.ts";

export default command({
  summary: "Download the files of an export and verify them",
  details:
    "A file gets its name only when its length and SHA-256 are those of the manifest. What a cut or a kill leaves, the next download into the folder goes on with.",
  args: { export: text("the export's id") },
  flags: {
    to: withDefault(text("the folder for the files; it is made if missing", "folder"), "."),
    connections: withDefault(integer("how many requests may be open at once, 1 to 16", "n", 1, 16), 4),
  },
  examples: ["wizdata exports download exp_01jcz3q8v4k2m6n8p0r2t4w6x8 --to ./nse-kenya"],
  output: objectOf({ export_id: string, files: arrayOf(downloadedFile) }),
  isBulk: () => true,
  run: async (context, { export: id, to, connections }) => {
    await checkFolder(to);
    return { export_id: id, files: await downloadFiles(context, id, to, connections) };
  },
  view: ({ files }) => filesView(files),
});
