import { localCommand } from "../../command.ts";
import { optional, text } from "../../fields.ts";
import { arrayOf, integer, nullable, objectOf, oneOf, string } from "../../output/schema.ts";
import { verdictView } from "../../views/export-verdict.ts";

export default localCommand({
  summary: "Check offline that a folder holds an export as the platform signed it",
  details:
    "Nothing is asked of anybody: the signature of manifest.json is checked, and of each file its length, its SHA-256 and its rows. The key is the one that was downloaded with the files unless --keys gives those you know, which alone shows who signed. Whatever does not hold is exit code 12.",
  args: { folder: text("a folder that wizdata exports download has filled", "folder") },
  flags: { keys: optional(text("a saved /.well-known/wizdata-keys.json", "file")) },
  examples: [
    "wizdata exports verify ./nse-kenya",
    "wizdata exports verify ./nse-kenya --keys wizdata-keys.json --json",
  ],
  output: objectOf({
    status: oneOf("verified", "failed"),
    export_id: nullable(string),
    dataset: nullable(string),
    version: nullable(integer),
    made_at: nullable(string),
    key_id: nullable(string),
    files: arrayOf(objectOf({ name: string, bytes: integer, rows: integer, sha256: string })),
    faults: arrayOf(objectOf({ subject: string, problem: string })),
  }),
  run: async ({ terminal, note }, { folder, keys }) => {
    const { verifyExport } = await import("@wizdata/sdk");
    const { readKeys } = await import("../../ledger/documents.ts");
    if (keys === undefined)
      await note("Checked against the key that came with the files: --keys takes those you know.");
    return verifyExport(folder, { trustedKeys: keys === undefined ? undefined : await readKeys(terminal, keys) });
  },
  exit: ({ status }) => (status === "verified" ? "fine" : "integrity"),
  view: verdictView,
});
