import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import type { Logger } from "pino";
import type { Clock } from "./clock.ts";
import { ConfigError } from "./config.ts";

/** A metered answer that left: nothing of what was asked, and no key. */
export type AccessLine = {
  request_id: string;
  receipt: string;
  /** The receipt is that of the call that this one repeats, which was counted once. */
  repeat?: true;
  partner_id: string;
  key_id: string;
  dataset: string;
  operation: string;
  status: number;
  rows: number;
  bytes: number;
};

export type AccessLog = {
  /** Takes a line at once, and writes it soon. */
  note(line: AccessLine): void;
  /** Writes what is left. */
  close(): Promise<void>;
};

const writtenWithinMs = 200;
/** What a disk that takes nothing may make us keep; lines beyond are lost, and said to be. */
const keptBytesMax = 16 * 2 ** 20;

/** One line of NDJSON for each metered answer that left, for whoever wants to hold the meter's books against another's. */
export function openAccessLog(file: string, { clock, log }: { clock: Clock; log: Logger }): AccessLog {
  // The line that a crash cut off is one by itself, and takes no other along.
  let lines = endsWithinLine(file) ? ["\n"] : [];
  let keptBytes = lines.length;
  let lost = 0;
  let isFailing = false;
  let handle: FileHandle | undefined;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  /** What a write left over, which may begin in the middle of a line. */
  let rest: Buffer = Buffer.alloc(0);

  async function write(): Promise<void> {
    if (lines.length > 0) rest = Buffer.concat([rest, Buffer.from(lines.join(""))]);
    lines = [];
    if (rest.length === 0) return;
    handle = await current(file, handle);
    while (rest.length > 0) {
      const { bytesWritten } = await handle.write(rest);
      rest = rest.subarray(bytesWritten);
      keptBytes -= bytesWritten;
    }
    if (isFailing) log.warn({ file, lost }, "the access log is written again");
    isFailing = false;
    lost = 0;
  }

  const flush = () => {
    timer = undefined;
    writing = writing.then(write).catch((err: unknown) => {
      if (!isFailing)
        log.warn({ err, file }, "the access log cannot be written; its lines are kept as long as there is room");
      isFailing = true;
      begin();
    });
  };
  const begin = () => {
    timer ??= setTimeout(flush, writtenWithinMs).unref();
  };

  return {
    note(line) {
      const text = `${JSON.stringify({ at: clock().toISOString(), ...line })}\n`;
      if (keptBytes + text.length > keptBytesMax) {
        lost += 1;
        return;
      }
      lines.push(text);
      keptBytes += text.length; // ids, names and numbers are ASCII, so a character is a byte
      begin();
    },
    async close() {
      clearTimeout(timer);
      flush();
      await writing;
      clearTimeout(timer);
      if (rest.length > 0) log.warn({ file, lost, bytes: keptBytes }, "the access log has lost its last lines");
      await handle?.close();
    },
  };
}

const mode = 0o600;

/** @throws ConfigError: a file that cannot be written is found out at the start, and not by its missing lines. */
function endsWithinLine(file: string): boolean {
  try {
    const opened = openSync(file, "a+", mode);
    const { size } = fstatSync(opened);
    const last = Buffer.alloc(1);
    const read = size > 0 ? readSync(opened, last, 0, 1, size - 1) : 0;
    closeSync(opened);
    return read > 0 && last.toString() !== "\n";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : error;
    throw new ConfigError([`WIZDATA_ACCESS_LOG: ${file} cannot be written (${code})`]);
  }
}

/** The open file, or a new one where somebody has moved it away since. */
async function current(file: string, handle: FileHandle | undefined): Promise<FileHandle> {
  if (handle) {
    const [open, named] = await Promise.all([handle.stat(), stat(file).catch(() => undefined)]);
    if (named?.ino === open.ino && named.dev === open.dev) return handle;
    await handle.close();
  }
  return open(file, "a", mode);
}
