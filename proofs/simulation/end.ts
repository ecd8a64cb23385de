import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { blockRootText, blockText, eventText, genesisText } from "@wizdata/shared";
import { isSound, runCheck } from "../../packages/server/src/checks/run-check.ts";
import { toLedgerEvent } from "../../packages/server/src/meter/block.ts";
import type { Db } from "../../packages/server/src/store/store.ts";
import type { History } from "./history.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A history ends like many do: with a crash, and a process that comes after it. Then everything must add up. */
export async function checkEnd(history: History): Promise<void> {
  await history.crash({ downMs: 1_000 });
  await history.verify();
  assert.deepEqual(history.platform.fatal, [], "a process wanted to end by itself");
  const { db } = history.platform.life.opened.services.store;
  await checkChains(db);
  await checkRollups(db);
  await history.restart();
  await history.verify();
  const results = await runCheck(history.platform.config, { quick: true });
  const broken = results.filter(({ status }) => status !== "passed").map(({ name, findings }) => ({ name, findings }));
  assert.ok(isSound(results), JSON.stringify(broken));
}

/** Hash by hash, with no more than what a partner's auditor has. */
async function checkChains(db: Db): Promise<void> {
  const { chains, blocks, usageEvents } = db.t;
  const events = Map.groupBy(await db.select().from(usageEvents), ({ chain, block }) => `${chain} ${block}`);
  const all = Map.groupBy(await db.select().from(blocks), ({ chain }) => chain);
  for (const { id, firstHeads, seq, head } of await db.select().from(chains)) {
    let prev = sha256(genesisText(firstHeads));
    const own = (all.get(id) ?? []).toSorted((one, other) => one.seq - other.seq);
    for (const [at, block] of own.entries()) {
      const place = `${id} ${block.seq}`;
      const leaves = (events.get(place) ?? []).map((event) => ({
        id: event.id,
        leaf: sha256(eventText(toLedgerEvent({ ...event, at: event.at.getTime() }))),
      }));
      events.delete(place);
      const root = sha256(blockRootText(leaves));
      const header = { chain: id, seq: at + 1, prev, root, events: leaves.length, at: block.at.toISOString() };
      assert.equal(block.hash, sha256(blockText(header)), `block ${place} is not what its events make it`);
      prev = block.hash;
    }
    assert.deepEqual([seq, head], [own.length, prev], `${id} does not end with its last block`);
  }
  assert.deepEqual([...events.keys()], [], "there are events in no block");
}

type Figures = { partnerId: string; rows: number; bytes: number; units: number; amountMillis: number };

/** Events = rollups = months, by partner, day or month, and outcome. */
async function checkRollups(db: Db): Promise<void> {
  const { usageEvents, rollups, rollupMonths } = db.t;
  const events = await db.select().from(usageEvents);
  const sums = (rows: readonly (Figures & { calls: number; when: string; outcome: string })[]) => {
    const found = new Map<string, number[]>();
    for (const { partnerId, when, outcome, ...row } of rows) {
      const key = `${partnerId} ${when} ${outcome}`;
      const figures = [row.calls, row.rows, row.bytes, row.units, row.amountMillis];
      found.set(
        key,
        figures.map((figure, at) => figure + (found.get(key)?.[at] ?? 0)),
      );
    }
    return new Map([...found].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  };
  const calls = ({ corrects }: { corrects: string | null }) => (corrects === null ? 1 : -1);
  const days = events.map((event) => ({ ...event, calls: calls(event), when: event.localDate }));
  const rolled = (await db.select().from(rollups)).map((row) => ({ ...row, when: row.localDate }));
  assert.deepEqual(sums(rolled), sums(days), "rollups are not the sums of events");
  const months = days.map((event) => ({ ...event, when: event.localDate.slice(0, 7) }));
  const monthly = (await db.select().from(rollupMonths)).map((row) => ({ ...row, when: row.month }));
  assert.deepEqual(sums(monthly), sums(months), "months are not the sums of events");
}
