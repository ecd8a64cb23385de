import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { ReceiptsAnswer, ReceiptsQuestion } from "@wizdata/sdk";

type Line = ReceiptsQuestion["receipts"][number];
/** How the server holds receipts against its events. */
export type Ask = (question: ReceiptsQuestion) => Promise<ReceiptsAnswer>;
export type AccessLogFindings = {
  lines: number;
  /** Lines that cannot be read, such as one that a crash cut off. */
  unreadable: number;
  matched: number;
  archived: number;
  differences_count: number;
  /** The first of them: a line without an event, or with another than it says. */
  differences: { receipt: string; figure: string; stated: string | null; stored: string | null }[];
  unlisted_count: number;
  /** The first answers between the first and the last line that have none. They are no differences. */
  unlisted: ReceiptsAnswer["unlisted"];
};

const questionLinesMax = 4_000;
/** Lines are written as answers leave, and compared by when they were made: so many may be out of order before one is asked for by itself. */
const heldLinesMax = 50_000;
const unlistedHeldMax = 100_000;
const shownMax = 20;

/** Holds every line of an access log against the events, in a memory that does not grow with the file. */
export class AccessLogComparison {
  readonly #ask: Ask;
  readonly #findings: Omit<AccessLogFindings, "unlisted_count" | "unlisted">;
  readonly #unlisted = new Map<string, ReceiptsAnswer["unlisted"][number]>();
  #unlistedBeyond = 0;
  #held: Line[] = [];
  #late: Line[] = [];
  /** All up to this receipt has been compared. */
  #reached: string | undefined;

  constructor(ask: Ask) {
    this.#ask = ask;
    this.#findings = { lines: 0, unreadable: 0, matched: 0, archived: 0, differences_count: 0, differences: [] };
  }

  async add(text: string): Promise<void> {
    if (text === "") return;
    this.#findings.lines += 1;
    const line = readLine(text);
    if (!line) {
      this.#findings.unreadable += 1;
      return;
    }
    const isLate = this.#reached !== undefined && line.receipt <= this.#reached;
    if (isLate) this.#late.push(line);
    else this.#held.push(line);
    if (this.#late.length >= questionLinesMax) await this.#compareLate();
    if (this.#held.length >= heldLinesMax) await this.#compareFirst(heldLinesMax / 2);
  }

  async end(): Promise<AccessLogFindings> {
    await this.#compareFirst(this.#held.length);
    await this.#compareLate();
    const unlisted = [...this.#unlisted.values()];
    return {
      ...this.#findings,
      unlisted_count: unlisted.length + this.#unlistedBeyond,
      unlisted: unlisted.slice(0, shownMax),
    };
  }

  async #compareFirst(count: number): Promise<void> {
    this.#held.sort((one, other) => (one.receipt < other.receipt ? -1 : 1));
    const lines = this.#held.splice(0, count);
    for (let from = 0; from < lines.length; from += questionLinesMax)
      await this.#compareRange(lines.slice(from, from + questionLinesMax));
  }

  async #compareRange(lines: Line[]): Promise<void> {
    let left = lines;
    const to = lines.at(-1)?.receipt;
    for (;;) {
      const [first] = left;
      if (!first && (to === undefined || this.#reached === to)) return;
      // Whatever begins with it comes after it.
      const after = this.#reached ?? (first?.receipt ?? "").slice(0, -1);
      const answer = await this.#ask({ receipts: left, between: { after, to: to ?? after } });
      const reached = answer.reached ?? to ?? after;
      this.#note(answer, left);
      this.#reached = reached;
      left = left.filter(({ receipt }) => receipt > reached);
      if (reached === to) return;
    }
  }

  /** Lines that are far from their place: an event that was taken for one without a line has one after all. */
  async #compareLate(): Promise<void> {
    if (this.#late.length === 0) return;
    const lines = this.#late;
    this.#late = [];
    this.#note(await this.#ask({ receipts: lines }), lines);
    for (const { receipt } of lines) this.#unlisted.delete(receipt);
  }

  #note({ matched, archived, missing, differing, unlisted }: ReceiptsAnswer, lines: readonly Line[]): void {
    this.#findings.matched += matched;
    this.#findings.archived += archived;
    for (const receipt of missing)
      this.#differ({ receipt, figure: "event", stated: describe(lines, receipt), stored: null });
    for (const difference of differing) this.#differ(difference);
    for (const event of unlisted)
      if (this.#unlisted.size < unlistedHeldMax) this.#unlisted.set(event.receipt, event);
      else this.#unlistedBeyond += 1;
  }

  #differ(difference: AccessLogFindings["differences"][number]): void {
    this.#findings.differences_count += 1;
    if (this.#findings.differences.length < shownMax) this.#findings.differences.push(difference);
  }
}

function describe(lines: readonly Line[], receipt: string): string | null {
  const line = lines.find((one) => one.receipt === receipt);
  return line ? `${line.rows} rows, ${line.bytes} bytes of ${line.partner_id}` : null;
}

/** As much of a line as is compared. */
function readLine(text: string): Line | undefined {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof line !== "object" || line === null) return undefined;
  const { receipt, partner_id, key_id, rows, bytes, repeat } = line as Record<string, unknown>; // an object has members
  if (typeof receipt !== "string" || typeof partner_id !== "string" || typeof key_id !== "string") return undefined;
  if (typeof rows !== "number" || typeof bytes !== "number") return undefined;
  return { receipt, partner_id, key_id, rows, bytes, ...(repeat === true ? { repeat } : {}) };
}

/** Reads a file line by line. `progress` is told how many of its bytes are read. */
export async function compareAccessLog(
  file: string,
  ask: Ask,
  progress: (bytes: number, total: number) => void,
): Promise<AccessLogFindings> {
  const { size } = await stat(file);
  const comparison = new AccessLogComparison(ask);
  const stream = createReadStream(file, "utf8");
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    await comparison.add(line);
    progress(stream.bytesRead, size);
  }
  return comparison.end();
}
