import assert from "node:assert/strict";
import { type Call, type Key, type Partner, slugAt, unitsOf, windowsOf, worksAt } from "./books.ts";
import type { Doom, History } from "./history.ts";
import type { Stored } from "./invariants.ts";
import { settle } from "./time.ts";
import type { Fate, Reply } from "./wire.ts";

export type Asked = {
  lineage: number;
  key: number;
  dataset: number;
  rows: number;
  fate: Fate;
  isTwin: boolean;
  retries: number;
};
/** `after`: of turns of the event loop the process lives on, where no moment is named. */
export type Calls = { partner: number; asked: Asked[]; doom: Doom | null; dieAfterTurns: number | null };

type Outcome = { call: Call; key: Key; replies: (Reply | undefined)[] };
/** The same call within these is the same call. */
const sameCallMs = 600_000;

/** Several calls of one partner at once. */
export async function makeCalls(history: History, { partner: at, asked, doom, dieAfterTurns }: Calls): Promise<void> {
  const { books, platform } = history;
  const partner = pick(books.partners, at);
  const before = await history.verify();
  const nowMs = history.time.nowMs;
  if (doom) platform.doom(doom.moment, doom.after);
  const asking = Promise.all(asked.map((one) => ask(history, partner, one)));
  const willDie = doom !== null || dieAfterTurns !== null;
  if (dieAfterTurns !== null) {
    await settle(dieAfterTurns);
    platform.kill();
  }
  const outcomes = await asking;
  if (willDie) await history.crash({ downMs: doom?.downMs ?? 0 });
  await judge(history, outcomes, { before, willDie, nowMs });
}

/** A client comes back to a call of which it never had the answer. */
export async function repeatCall(
  history: History,
  { call: at, key: keyAt }: { call: number; key: number },
): Promise<void> {
  const { books } = history;
  if (books.unanswered.length === 0) return;
  const call = pick(books.unanswered, at);
  const before = await history.verify();
  const key = pick(call.lineage.keys, keyAt);
  // By then a client asks anew.
  if (books.answersTo(call.id).some(({ receipt }) => isOld(before, receipt, history.time.nowMs))) return;
  history.tally.repeats += 1;
  const replies = [await send(history, call, key, "arrives")];
  await judge(history, [{ call, key, replies }], { before, willDie: false, nowMs: history.time.nowMs });
}

const isOld = ({ events }: Stored, receipt: string, nowMs: number) =>
  nowMs - (events.get(receipt)?.at.getTime() ?? 0) > sameCallMs;

async function ask(history: History, partner: Partner, asked: Asked): Promise<Outcome> {
  const lineage = pick(partner.lineages, asked.lineage);
  const key = pick(lineage.keys, asked.key);
  const call = { id: history.name("call"), partner, lineage, slug: slugAt(asked.dataset), rows: asked.rows };
  const attempts = [send(history, call, key, asked.fate)];
  if (asked.isTwin) attempts.push(send(history, call, key, "arrives"));
  const replies = await Promise.all(attempts);
  for (let left = asked.retries; left > 0 && replies.at(-1) === undefined; left--)
    replies.push(await send(history, call, key, "arrives"));
  if (replies.every((reply) => reply === undefined)) history.books.unanswered.push(call);
  return { call, key, replies };
}

function send({ wire }: History, { id, slug, rows }: Call, { secret }: Key, fate: Fate) {
  // By the request's id an event tells which call it is of, answered or not.
  const headers = { "wizdata-call": id, "request-id": id };
  return wire.send({ method: "GET", path: `/data/${slug}?limit=${rows}`, key: secret, headers }, fate);
}

/** Whether each was answered as it had to be, by what is known outside of the server. */
async function judge(
  history: History,
  outcomes: readonly Outcome[],
  { before, willDie, nowMs }: { before: Stored; willDie: boolean; nowMs: number },
): Promise<void> {
  const { tally } = history;
  const known = new Map(outcomes.map(({ call }) => [call, liveReceipt(history, before, call, nowMs)]));
  for (const { call, key, replies } of outcomes)
    for (const reply of replies) if (reply) noteReply(history, { call, key, reply, nowMs, first: known.get(call) });
  const after = await history.verify();
  tally.interrupted += after.reversals.size - before.reversals.size;
  for (const { call, replies } of outcomes) {
    const windows = windowsOf(call.partner, call.lineage, call.slug, nowMs);
    const standing = windows.map(({ counter, limit }) => {
      const { used, held } = after.counters.get(counter) ?? { used: 0, held: 0 };
      const isNew = used > (before.counters.get(counter)?.used ?? 0);
      if (isNew) assert.ok(used + held <= limit, `${counter}: ${used} and ${held} held of ${limit}`);
      return { left: limit - used - held };
    });
    // What a crash gave back had been used when the call was refused.
    const isRefused = replies.some((reply) => reply?.status === 429);
    if (isRefused && !willDie)
      assert.ok(
        standing.some(({ left }) => left < unitsOf(call.slug, "query")),
        `${call.id} was refused, and fits`,
      );
  }
}

/** The event that stands for a call of before, if it is still billed and young enough to be repeated. */
function liveReceipt({ books }: History, before: Stored, call: Call, nowMs: number): string | undefined {
  const live = books
    .answersTo(call.id)
    .filter(({ receipt }) => before.events.has(receipt) && !before.reversals.has(receipt));
  return live.find(({ receipt }) => !isOld(before, receipt, nowMs))?.receipt;
}

type Noted = { call: Call; key: Key; reply: Reply; nowMs: number; first: string | undefined };

function noteReply({ books, tally }: History, { call, key, reply, nowMs, first }: Noted): void {
  const { partner, slug } = call;
  const { status, body, receipt } = reply;
  const told = `${call.id} was answered with ${status} ${body?.code ?? ""} ${body?.detail ?? ""}`;
  const wanted = !worksAt(key, nowMs) ? 401 : partner.isSuspended || partner.deals[slug] === null ? 403 : undefined;
  if (wanted !== undefined) {
    assert.equal(status, wanted, told);
    return;
  }
  if (status === 429) {
    assert.equal(body.code, "quota_exceeded", told);
    assert.equal(first, undefined, `${told}, and has been metered as ${first}`);
    tally.refusals += 1;
    return;
  }
  assert.equal(status, 200, told);
  assert.ok(receipt, "an answer has no receipt");
  if (first !== undefined) assert.equal(receipt, first, `${call.id} was metered again`);
  tally.answers += 1;
  books.received.set(receipt, { call, rows: body.data.length });
  const at = books.unanswered.indexOf(call);
  if (at >= 0) books.unanswered.splice(at, 1);
}

export function pick<T>(from: readonly T[], at: number): T {
  const found = from[at % from.length];
  if (found === undefined) throw new Error("There is nothing to pick from.");
  return found;
}
