import { command } from "../../command.ts";
import { checkFolder, downloadedFile, downloadFiles, filesView } from "../../export-files.ts";
import { integer, optional, text, withDefault } from "../../fields.ts";
import { arrayOf, objectOf, string } from "../../output/schema.ts";

export default command({
  summary: "Download the files of an export and verify them",
  details:
    "The manifest has to be signed, and a file gets its name only when its length and SHA-256 are those of the manifest. Beside the files come manifest.json, its signature and the key, which is all that wizdata exports verify needs. What a cut or a kill leaves, the next download into the folder goes on with.",
  args: { export: text("the export's id") },
  flags: {
    to: withDefault(text("the folder for the files; it is made if missing", "folder"), "."),
    connections: withDefault(integer("how many requests may be open at once, 1 to 16", "n", 1, 16), 4),
    keys: optional(text("a saved /.well-known/wizdata-keys.json, one of whose keys has to have signed", "file")),
  },
  examples: [
    "wizdata exports download exp_01jcz3q8v4k2m6n8p0r2t4w6x8 --to ./nse-kenya",
    "wizdata exports download exp_01jcz3q8v4k2m6n8p0r2t4w6x8 --to ./nse-kenya --keys wizdata-keys.json",
  ],
  output: objectOf({ export_id: string, files: arrayOf(downloadedFile) }),
  isBulk: () => true,
  run: async (context, { export: id, to, connections, keys }) => {
    await checkFolder(to);
    return { export_id: id, files: await downloadFiles(context, id, to, { connections, keys }) };
  },
  view: ({ files }) => filesView(files),
});
