import { brand, WizDataError } from "../core/errors.ts";
import { codeOf } from "./builtins.ts";

/**
 * The folder of a download cannot be written to: another download is at work in it (`busy`), the disk is full (`full`), or the system
 * refuses (`unusable`). What had arrived is kept, and the next download goes on from there.
 *
 * @example if (error instanceof FolderError && error.reason === "full") console.error("make room and run it again")
 */
export class FolderError extends WizDataError {
  readonly reason: "busy" | "full" | "unusable";

  constructor(reason: "busy" | "full" | "unusable", message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

brand({ FolderError });

const fullCodes = ["ENOSPC", "EDQUOT", "EFBIG"];

/** Makes what the file system throws an error that says what to do; everything else passes. */
export function toFolderError(folder: string, error: unknown): unknown {
  const code = codeOf(error);
  const isOfFiles = error instanceof Error && code !== undefined && "syscall" in error;
  if (!isOfFiles || error instanceof WizDataError) return error;
  if (fullCodes.includes(code))
    return new FolderError(
      "full",
      `The disk of ${folder} is full (${code}). Make room and download again: it goes on.`,
      {
        cause: error,
      },
    );
  return new FolderError("unusable", `${folder} cannot be written to (${error.message})`, { cause: error });
}
