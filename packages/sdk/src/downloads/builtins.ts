import { WizDataError } from "../core/errors.ts";

/** Asked for when needed and not imported, so that the rest runs, and bundles, where there are no files. */
export function builtins() {
  const builtin = globalThis.process?.getBuiltinModule;
  if (!builtin) throw new WizDataError("There is no file system here: use exports.file(), which gives the bytes.");
  return {
    fs: builtin("node:fs/promises"),
    path: builtin("node:path"),
    crypto: builtin("node:crypto"),
    os: builtin("node:os"),
  };
}

export type FileHandle = Awaited<ReturnType<ReturnType<typeof builtins>["fs"]["open"]>>;

/** The code of an error of the file system, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** For files that need not be there. */
export function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== "ENOENT") throw error;
}
