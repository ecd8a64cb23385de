import { open, readFile, rename, rm } from "node:fs/promises";
import { usageFailure } from "../failures.ts";

/** A key that was asked for; `secret` is null until the answer is here. */
type Entry = {
  email: string;
  name: string;
  key_id: string | null;
  secret: string | null;
  asked_at: string;
  idempotency_key: string;
};

// A server keeps its answers for 72 hours; an hour less leaves room for clocks that differ.
const answerKeptMs = 71 * 3_600_000;

/**
 * The secrets of new keys, a JSON object a line, for its owner's eyes only (0600). Each is entered before it is asked for:
 * where the answer does not arrive, the next run asks with the same idempotency key and is given the same secret.
 */
export class KeysFile {
  readonly path: string;
  #entries: Entry[];

  private constructor(path: string, entries: Entry[]) {
    this.path = path;
    this.#entries = entries;
  }

  static async open(path: string): Promise<KeysFile> {
    const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return "";
      throw error;
    });
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    return new KeysFile(
      path,
      lines.map((line) => parse(line, path)),
    );
  }

  /** The idempotency key of a request whose answer never came, while the server still has it. */
  awaited(email: string, name: string): string | undefined {
    const entry = this.#find(email, name);
    if (!entry || entry.secret !== null || Date.now() - Date.parse(entry.asked_at) > answerKeptMs) return undefined;
    return entry.idempotency_key;
  }

  async ask(email: string, name: string, idempotencyKey: string): Promise<void> {
    const asked = { email, name, key_id: null, secret: null, asked_at: new Date().toISOString() };
    await this.#put({ ...asked, idempotency_key: idempotencyKey });
  }

  async answered(email: string, name: string, key: { id: string; secret: string }): Promise<void> {
    const entry = this.#find(email, name);
    if (!entry) throw new Error(`${name} of ${email} was never asked for.`);
    await this.#put({ ...entry, key_id: key.id, secret: key.secret });
  }

  /** Nothing was made: there is nothing to wait for. */
  async refused(email: string, name: string): Promise<void> {
    this.#entries = this.#entries.filter((entry) => entry !== this.#find(email, name));
    await this.#write();
  }

  /** The last one of this name: an earlier key of the name may have been revoked since. */
  #find(email: string, name: string): Entry | undefined {
    return this.#entries.findLast((entry) => entry.email === email && entry.name === name);
  }

  async #put(entry: Entry): Promise<void> {
    const isSame = (other: Entry) => other.idempotency_key === entry.idempotency_key;
    this.#entries = [...this.#entries.filter((other) => !isSame(other)), entry];
    await this.#write();
  }

  /** In one step and only for the owner, whatever the file was before. */
  async #write(): Promise<void> {
    const unfinished = `${this.path}.new`;
    await rm(unfinished, { force: true });
    const file = await open(unfinished, "wx", 0o600);
    try {
      await file.writeFile(this.#entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, this.path);
  }
}

function parse(line: string, path: string): Entry {
  try {
    const entry: Entry = JSON.parse(line);
    if (typeof entry.email === "string" && typeof entry.idempotency_key === "string") return entry;
  } catch {
    // Said below, for both reasons alike.
  }
  throw usageFailure(`${path} holds something else than keys of wizdata apply.`, {
    hint: "Name another file for the keys.",
  });
}
