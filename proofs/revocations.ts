import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import type { WizData } from "@wizdata/sdk";
import { ask } from "../scripts/proving/ask.ts";
import { type Home, type Server, send, withHome } from "../scripts/proving/home.ts";
import { openMarket, type Reader, slug } from "../scripts/proving/market.ts";
import { type Proof, type ProofOptions, randomOf } from "../scripts/proving/proof.ts";
import { startPostgres } from "../scripts/testing/postgres.ts";
import { pollUntilRefused } from "./revocations/polling.ts";

// Keys are revoked on one process while both are asked with them all the time.

const keys = { quick: 12, whole: 200 };
const atOnce = 4;
const othersMsMax = 2_000;
const stoppedMs = { quick: 6_000, whole: 10_000 };
const overlapSeconds = 2;
const overlapErrorMsMax = 1_000;
/** A process that was stopped answers first what came while it was. */
const callsWhileStopped = 8;

export default {
  summary:
    "A revoked key ends at the next request where it was revoked and within two seconds everywhere; no metered answer leaves after a revocation; an overlap ends when it was said to",
  run: async (options) => {
    const postgres = await startPostgres();
    try {
      return await withHome((home) => play(home, options), { databaseUrl: postgres.url });
    } finally {
      await postgres.stop();
    }
  },
} satisfies Proof;

async function play(home: Home, { quick, seed, say }: ProofOptions): Promise<{ figures: string }> {
  const [near, far] = [await home.start(), await home.start()];
  const count = quick ? keys.quick : keys.whole;
  const { operator, readers } = await openMarket(near.url, home.operatorKey, { readers: count + 2 });
  const [stopped, rotated, ...others] = readers;
  assert.ok(stopped && rotated);
  const random = randomOf(seed);
  const delays: number[] = [];
  for (let at = 0; at < others.length; at += atOnce) {
    await sleep(random() * 200);
    delays.push(...(await Promise.all(others.slice(at, at + atOnce).map((one) => revoke(operator, one, near, far)))));
    if (at % 40 === 0) say(`${at} of ${count} keys`);
  }
  const sorted = delays.toSorted((one, other) => one - other);
  const p99Ms = Math.round(sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0);
  // A share of the work may run on a machine that does much else.
  if (!quick) assert.ok(p99Ms <= othersMsMax, `p99 ${p99Ms} ms on the other process`);
  await revokeWhileStopped(operator, stopped, far, quick ? stoppedMs.quick : stoppedMs.whole);
  const late = await rotate(operator, rotated, [near, far]);
  return {
    figures: `${count} keys: 0 answers after the revocation where it was made, and on the other process p99 ${p99Ms} ms, ${Math.round(sorted.at(-1) ?? 0)} ms at most, 0 metered answers after it; a process stopped meanwhile served 0; an overlap ended ${Math.round(Math.max(...late.map(Math.abs)))} ms off at most`,
  };
}

/** How long the key went on to work on the other process, for calls that are not metered. */
async function revoke(operator: WizData, reader: Reader, near: Server, far: Server): Promise<number> {
  await Promise.all([near, far].map((server) => mustWork(server, reader)));
  const stop = new AbortController();
  const plain = pollUntilRefused(far.url, reader.key, "/api/v1/me", stop.signal);
  const metered = [near, far].map(({ url }) =>
    pollUntilRefused(url, reader.key, `/api/v1/data/${slug}?limit=1`, stop.signal),
  );
  await sleep(100);
  await operator.keys.revoke(reader.keyId);
  const revokedAt = performance.now();
  assert.equal((await ask(near.url, reader.key, "/api/v1/me"))?.status, 401, "the next request where it was revoked");
  const { lastServed, refusedAt } = await plain;
  for (const polled of await Promise.all(metered)) {
    // What was asked after the revocation had committed may not be served. That it took an answer long to arrive is no matter.
    assert.ok(
      polled.lastServed < revokedAt,
      "a metered answer was given to a key that was revoked before it was asked for",
    );
  }
  stop.abort();
  assert.ok(lastServed < refusedAt);
  return Math.max(0, refusedAt - revokedAt);
}

async function mustWork({ url }: Server, { key }: Reader): Promise<void> {
  assert.equal((await ask(url, key, "/api/v1/me"))?.status, 200);
  assert.equal((await ask(url, key, `/api/v1/data/${slug}?limit=1`))?.status, 200);
}

/** Calls that come while it sleeps wait in its socket, and are answered when it wakes: by what holds then. */
async function revokeWhileStopped(operator: WizData, reader: Reader, far: Server, forMs: number): Promise<void> {
  await mustWork(far, reader);
  send(far.pid, "SIGSTOP");
  await operator.keys.revoke(reader.keyId);
  await sleep(forMs);
  const paths = Array.from({ length: callsWhileStopped }, (_, at) =>
    at % 2 ? "/api/v1/me" : `/api/v1/data/${slug}?limit=1`,
  );
  const asked = paths.map((path) => ask(far.url, reader.key, path));
  send(far.pid, "SIGCONT");
  for (const answer of await Promise.all(asked))
    assert.equal(answer?.status, 401, "a process that was stopped serves a key that was revoked meanwhile");
}

/** By how many milliseconds each process ended the overlap late, or early. */
async function rotate(operator: WizData, reader: Reader, servers: readonly Server[]): Promise<number[]> {
  const polls = servers.map(({ url }) => pollUntilRefused(url, reader.key, "/api/v1/me", AbortSignal.timeout(30_000)));
  const { predecessor, secret } = await operator.keys.rotate(reader.keyId, { overlap_seconds: overlapSeconds });
  const endsInMs = Date.parse(predecessor?.retires_at ?? "") - Date.now();
  const endsAt = performance.now() + endsInMs;
  const late = (await Promise.all(polls)).map(({ lastServed, refusedAt }) => {
    assert.ok(lastServed <= endsAt, "the old key was served after its overlap");
    return refusedAt - endsAt;
  });
  for (const ms of late) assert.ok(ms > -1 && ms < overlapErrorMsMax * 5, `the overlap ended ${ms} ms late`);
  for (const { url } of servers)
    assert.equal((await ask(url, secret, "/api/v1/me"))?.status, 200, "the new key goes on");
  return late;
}
