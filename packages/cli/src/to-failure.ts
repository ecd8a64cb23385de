import { type ExitName, Failure, usageFailure } from "./failures.ts";
import { InvalidValue } from "./fields.ts";
import { failureOfProblem } from "./problems.ts";
import type { Terminal } from "./terminal.ts";

/** Says of any error what it means to the person or script that ran the command. */
export async function toFailure(error: unknown, { signal, env }: Pick<Terminal, "signal" | "env">): Promise<Failure> {
  if (signal.aborted) return stopped(signal.reason);
  if (error instanceof Failure) return error;
  if (error instanceof InvalidValue) return usageFailure(error.message);
  return (await ofClient(error)) ?? ofFile(error) ?? bug(error, env);
}

function stopped(reason: unknown): Failure {
  return reason === "terminated"
    ? new Failure("terminated", "terminated", "Stopped by SIGTERM.")
    : new Failure("interrupted", "interrupted", "Stopped.");
}

async function ofClient(error: unknown): Promise<Failure | undefined> {
  // Loaded already where an error of the client can have come from.
  const sdk = await import("@wizdata/sdk");
  if (error instanceof sdk.APIError) {
    const { status, code, title, detail, requestId, problem, retryAfterMs } = error;
    const body = { ...problem, code, title, detail, request_id: requestId };
    return failureOfProblem(status, body, retryAfterMs === undefined ? undefined : retryAfterMs / 1_000, error);
  }
  if (error instanceof sdk.IntegrityError)
    return of("integrity", "integrity", error, "Nothing of it was kept. Run the command again.");
  if (error instanceof sdk.StreamInterruptedError)
    return of("network", "interrupted_answer", error, "Run the command again.");
  if (error instanceof sdk.TimeoutError || error instanceof sdk.DeadlineError) return of("network", "timeout", error);
  if (error instanceof sdk.ConnectionError)
    return of("network", "unreachable", error, "Is the server running, and is the address right?", [
      "wizdata auth status",
    ]);
  if (error instanceof sdk.FolderError)
    return of(error.reason === "busy" ? "conflict" : "usage", `folder_${error.reason}`, error);
  if (error instanceof sdk.ConfigurationError) return of("configuration", "configuration", error);
  return undefined;
}

function of(exit: ExitName, code: string, error: Error, hint?: string, next?: string[]): Failure {
  return new Failure(exit, code, error.message, { hint, next, cause: error });
}

const fileTroubles: Record<string, string> = {
  ENOENT: "there is no such file or folder",
  EACCES: "access is denied",
  EPERM: "access is denied",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of the path is not a folder",
  EEXIST: "it exists already",
  ENOSPC: "the disk is full",
  EROFS: "the disk can only be read",
};

function ofFile(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  const trouble = fileTroubles[error.code];
  if (!trouble) return undefined;
  const path = "path" in error && typeof error.path === "string" ? error.path : "A file";
  return new Failure("usage", "file", `${path}: ${trouble}.`, { cause: error });
}

function bug(error: unknown, env: Terminal["env"]): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const stack = env.WIZDATA_DEBUG && error instanceof Error ? { stack: error.stack } : {};
  return new Failure("bug", "bug", message || "Something is wrong in wizdata itself.", {
    hint: "This is a bug in wizdata. Run it again with WIZDATA_DEBUG=1 and --json, and report what it prints.",
    details: stack,
    cause: error,
  });
}
