import { IntegrityError } from "../core/errors.ts";
import { builtins, codeOf, unlessMissing } from "./builtins.ts";
import { countRows } from "./count-rows.ts";
import { paperNames } from "./papers.ts";
import { isThere } from "./part-file.ts";
import { checkNames } from "./promised-file.ts";
import { type ManifestContent, openSigned, type PublicKey } from "./signed-manifest.ts";

/** What a folder with a downloaded export was found to be. `files` are those that are as promised. */
export type ExportVerdict = {
  status: "verified" | "failed";
  export_id: string | null;
  dataset: string | null;
  version: number | null;
  made_at: string | null;
  key_id: string | null;
  files: ManifestContent["files"];
  /** What does not hold: of which file, and what it is. */
  faults: { subject: string; problem: string }[];
};

export type VerifyOptions = {
  /** The public keys of the platform as you know them; else the one beside the files, which shows that they belong together and no more. */
  trustedKeys?: readonly PublicKey[] | undefined;
  signal?: AbortSignal | undefined;
};

/**
 * Checks a folder that `exports.download` has filled, and asks nobody: the signature of `manifest.json`, and of each file its length, its
 * SHA-256 and its number of rows. Other files in the folder are not looked at.
 *
 * @throws what reading files throws; what does not hold is in the verdict
 * @example const { status, faults } = await verifyExport("./nse-kenya", { trustedKeys: await wizdata.ledger.keys() });
 */
export async function verifyExport(
  folder: string,
  { trustedKeys, signal }: VerifyOptions = {},
): Promise<ExportVerdict> {
  try {
    const content = await readManifest(folder, trustedKeys);
    const { export_id, dataset, version, made_at, key_id } = content;
    const { files, faults } = await checkFiles(folder, content, signal);
    const status = faults.length === 0 ? "verified" : "failed";
    return { status, export_id, dataset, version, made_at, key_id, files, faults };
  } catch (error) {
    if (!(error instanceof IntegrityError)) throw error;
    const unknown = { export_id: null, dataset: null, version: null, made_at: null, key_id: null };
    const faults = [{ subject: paperNames.manifest, problem: error.message }];
    // What an unproven manifest says of its files says nothing of them.
    return { status: "failed", ...unknown, files: [], faults };
  }
}

async function readManifest(folder: string, trustedKeys?: readonly PublicKey[]): Promise<ManifestContent> {
  const { fs, path } = builtins();
  const text = await fs.readFile(path.resolve(folder, paperNames.manifest), "utf8");
  const signature = await fs.readFile(path.resolve(folder, paperNames.signature)).catch(unlessMissing);
  if (!signature) throw new IntegrityError(`It has no signature: ${paperNames.signature} is missing`);
  const { content } = openSigned(text, signature, trustedKeys ?? (await readKeys(folder)));
  checkNames(content.files);
  return content;
}

async function readKeys(folder: string): Promise<PublicKey[]> {
  const { fs, path } = builtins();
  const text = await fs.readFile(path.resolve(folder, paperNames.keys), "utf8").catch(unlessMissing);
  if (text === undefined) throw new IntegrityError(`There is no key: ${paperNames.keys} is missing`);
  try {
    return JSON.parse(text).keys ?? [];
  } catch (error) {
    throw new IntegrityError(`${paperNames.keys} is not JSON`, { cause: error });
  }
}

async function checkFiles(folder: string, content: ManifestContent, signal: AbortSignal | undefined) {
  const faults: ExportVerdict["faults"] = [];
  const files: ExportVerdict["files"] = [];
  for (const file of content.files) {
    signal?.throwIfAborted();
    const problem = await faultOf(builtins().path.resolve(folder, file.name), file, content);
    if (problem === undefined) files.push(file);
    else faults.push({ subject: file.name, problem });
  }
  for (const measure of ["rows", "bytes"] as const) {
    const sum = content.files.reduce((total, file) => total + file[measure], 0);
    if (sum !== content[measure])
      faults.push({
        subject: paperNames.manifest,
        problem: `has ${content[measure]} ${measure}, and its files ${sum}`,
      });
  }
  return { files, faults };
}

async function faultOf(
  path: string,
  file: ManifestContent["files"][number],
  content: ManifestContent,
): Promise<string | undefined> {
  const found = await builtins().fs.stat(path).catch(unlessMissing);
  if (!found?.isFile()) return "is missing";
  if (found.size !== file.bytes) return `has ${found.size} bytes, not ${file.bytes}`;
  if (!(await isThere(path, file))) return "does not have the SHA-256 of its manifest";
  try {
    const rows = await countRows(path, content);
    return rows === undefined || rows === file.rows ? undefined : `has ${rows} rows, not ${file.rows}`;
  } catch (error) {
    if (codeOf(error) === "ENOENT") throw error;
    return "cannot be read as what its manifest says it is";
  }
}
