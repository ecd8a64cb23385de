import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { runCheck } from "../packages/server/src/checks/run-check.ts";
import { collect } from "../packages/server/src/datasets/collector.ts";
import { removeOldVersions } from "../packages/server/src/datasets/retention.ts";
import { openServices } from "../packages/server/src/open-services.ts";
import type { Services } from "../packages/server/src/services.ts";
import { closes, create, send } from "../packages/server/src/testing/datasets.ts";
import { openWorld, type World } from "../packages/server/src/testing/world.ts";
import { type Proof, type ProofOptions, randomOf } from "../scripts/proving/proof.ts";
import { startPostgres } from "../scripts/testing/postgres.ts";

// A dataset keeps one version and has four states that it goes back and forth between, so that each publish wants parts which the
// collectors of one process or two are deleting just then.

const roundsMax = { quick: 12, whole: 500 };
const timeMs = { quick: 8_000, whole: 15 * 60_000 };
/** Cursors of the round before are still good, those of the one before that are not any more. */
const roundMs = 13 * 3_600_000;
/** Without any, collectors would keep the database from everybody else. */
const pauseMsMax = 100;
const prices = [11, 22, 33, 44];
const slug = "contended";
const settings = { WIZDATA_COLLECT_WAIT_MS: "0", WIZDATA_BULK_LANES: "2" };

type Tally = { rounds: number; deleted: number; followed: number; ended: number; downloads: number };
type Stage = { world: World; collectors: Services[]; key: string; random: () => number; tally: Tally };

export default {
  summary:
    "While collectors delete what nothing names, no publish, cursor or download ever misses a part: what is wanted again in that moment is kept or written again",
  async run(options) {
    const one = await play(options, {}, 1);
    options.say("one process on SQLite");
    const postgres = await startPostgres();
    const secret = Buffer.alloc(32, 7).toString("base64");
    const two = await play(options, { DATABASE_URL: postgres.url, WIZDATA_SECRET: secret }, 2).finally(postgres.stop);
    const sum = (of: keyof Tally) => one[of] + two[of];
    return {
      figures: `${one.rounds} + ${two.rounds} races on one process and on two over Postgres: ${sum("deleted")} parts deleted beside ${sum("rounds")} publishes, ${sum("followed")} cursors followed, ${sum("ended")} told that their version is gone, ${sum("downloads")} downloads; 0 files missing, 0 left over`,
    };
  },
} satisfies Proof;

async function play(
  { quick, seed, say }: ProofOptions,
  more: Record<string, string>,
  processes: 1 | 2,
): Promise<Tally> {
  const world = await openWorld({ settings: { ...settings, ...more } });
  const { log, clock } = world.services;
  const other = processes === 2 ? await openServices(world.config, { log, clock }) : undefined;
  try {
    await create(world, closes(slug, { versions_kept: 1 }));
    await send(world, slug, fileOf(0));
    const { id, key } = await world.onboard();
    await world.ask("POST", `/datasets/${slug}/subscribe`, { body: { partner_id: id, tier: "enterprise" } });
    const tally = { rounds: 0, deleted: 0, followed: 0, ended: 0, downloads: 0 };
    const collectors = [world.services, ...(other ? [other.services] : [])];
    const stage: Stage = { world, collectors, key, random: randomOf(seed), tally };
    const endMs = performance.now() + (quick ? timeMs.quick : timeMs.whole);
    const cursors: string[] = [];
    while (tally.rounds < (quick ? roundsMax.quick : roundsMax.whole) && performance.now() < endMs) {
      await race(stage, cursors);
      if (tally.rounds % 50 === 0) say(`${tally.rounds} races`);
    }
    const broken = (await runCheck(world.config, { quick: false })).filter(({ status }) => status !== "passed");
    assert.deepEqual(broken, [], "everything that is named is there, and nothing else");
    return tally;
  } finally {
    await other?.close();
    await world.close();
  }
}

/** All at once: a publish, cursors of this round and the one before, a download, and collectors until the publish has ended. */
async function race(stage: Stage, cursors: string[]): Promise<void> {
  const { world, random, tally, key, collectors } = stage;
  world.clock.advance(roundMs);
  const first = await world.ask("GET", `/data/${slug}?limit=1`, { key });
  assert.equal(first.status, 200, JSON.stringify(first.body));
  cursors.push(first.body.next_cursor);
  let isOver = false;
  const collecting = collectors.map(async (services) => {
    while (!isOver) {
      await removeOldVersions(services);
      tally.deleted += await collect(services);
      await sleep(random() * pauseMsMax);
    }
  });
  const publishing = send(world, slug, fileOf(Math.floor(random() * prices.length))).finally(() => {
    isOver = true;
  });
  await Promise.all([...cursors.map((cursor) => follow(stage, cursor)), download(stage), publishing, ...collecting]);
  const published = await publishing;
  assert.ok([200, 201].includes(published.status), JSON.stringify(published.body));
  await follow(stage, (await world.ask("GET", `/data/${slug}?limit=1`, { key })).body.next_cursor);
  if (cursors.length > 2) cursors.shift();
  tally.rounds += 1;
}

/** To the end of its version, or to the answer that the version is gone. */
async function follow({ world, key, tally }: Stage, cursor: string): Promise<void> {
  let rows = 1;
  for (let after: string | null = cursor; after !== null; ) {
    const { status, body } = await world.ask("GET", `/data/${slug}?limit=1&after=${after}`, { key });
    if (status === 410 && body.code === "version_removed") {
      tally.ended += 1;
      return;
    }
    assert.equal(status, 200, JSON.stringify(body));
    rows += body.data.length;
    after = body.next_cursor;
  }
  assert.equal(rows, rowsOf, "a version has all its rows to its end");
  tally.followed += 1;
}

async function download({ world, key, tally }: Stage): Promise<void> {
  const ordered = await world.ask("POST", "/exports", { key, body: { dataset: slug, format: "csv" } });
  assert.equal(ordered.status, 202, JSON.stringify(ordered.body));
  const { id } = ordered.body;
  for (;;) {
    const { body } = await world.ask("GET", `/exports/${id}?wait_seconds=10`, { key });
    assert.notEqual(body.status, "failed", body.error);
    if (body.status === "ready") break;
  }
  const { body: manifest } = await world.ask("GET", `/exports/${id}/manifest`, { key });
  assert.equal(manifest.rows, rowsOf);
  const file = await world.ask("GET", `/exports/${id}/files/${manifest.files[0].name}`, { key });
  assert.equal(file.body.trim().split("\n").length, rowsOf + 1);
  tally.downloads += 1;
}

const rowsOf = 4;
/** Years have prices of their own, so that versions share some parts and not others. */
function fileOf(which: number): string {
  const price = prices[which] ?? 0;
  const older = which % 2 === 0 ? price : 5;
  return `date,code,close\n2023-12-29,SCOM,7\n2024-12-30,SCOM,${older}\n2024-12-31,SCOM,20.5\n2025-01-02,SCOM,${price}\n`;
}
