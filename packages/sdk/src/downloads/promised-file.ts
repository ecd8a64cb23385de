import { IntegrityError } from "../core/errors.ts";

/** One file of a manifest: its size in bytes and its SHA-256 in hexadecimal digits. */
export type PromisedFile = { name: string; bytes: number; sha256: string };

/** The strong ETag of a file is its content: no two contents share one, so a range of another content is never taken. */
export const etagOf = ({ sha256 }: PromisedFile): string => `"sha256-${sha256}"`;

/** Names come from a server, so none may lead out of the folder, hide, or take the place of another. */
export function checkNames(files: readonly Pick<PromisedFile, "name">[]): void {
  const unsafe = /^(?!\w[\w.-]{0,199}$)|\.(part|wizdata-\w+)?$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
  const wrong = files.find(({ name }) => unsafe.test(name))?.name;
  const isRepeated = new Set(files.map(({ name }) => name.toLowerCase())).size < files.length;
  if (wrong !== undefined)
    throw new IntegrityError(`The manifest has a file name that is not safe: ${JSON.stringify(wrong)}`);
  if (isRepeated) throw new IntegrityError("The manifest has the same file name twice");
}
