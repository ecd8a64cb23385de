import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Home, withHome } from "../scripts/proving/home.ts";
import { openMarket, type Reader } from "../scripts/proving/market.ts";
import { type Proof, type ProofOptions, randomOf } from "../scripts/proving/proof.ts";
import { beBusy } from "./power-loss/clients.ts";
import { Disk } from "./power-loss/disk.ts";
import { openImage } from "./power-loss/images.ts";
import { acknowledgedIn } from "./power-loss/promises.ts";
import { readTrace, straceTo } from "./power-loss/trace.ts";

// Everything is recorded that a server gives to its disk and to its clients. At each answer the power goes: what a disk has to
// keep is opened, and must hold what the answer said. A server made careless has to lose something, or this would prove nothing.

const calls = { quick: { pages: 48, partners: 4 }, whole: { pages: 1_500, partners: 150 } };
const careless = new URL("power-loss/careless.mjs", import.meta.url);

type Found = { promises: number; lost: number; losses: number; syncs: number };

export default {
  summary: "Loss of power at any answer loses nothing that was acknowledged: usage, partners, keys, audit, idempotency",
  run: (options) =>
    withHome(async (home) => {
      const readers = await prepare(home);
      const careful = await withHome((copy) => lose(copy, { ...options, readers }), { from: home });
      assert.equal(careful.lost, 0, `${careful.lost} of ${careful.promises} promises were lost`);
      options.say(`${careful.losses} losses of power, nothing lost`);
      const settings = { NODE_OPTIONS: `--import=${careless}` };
      const control = await withHome((copy) => lose(copy, { ...options, readers, quick: true }), {
        from: home,
        settings,
      });
      assert.ok(control.lost > 0, "a server that does not wait for its disk loses nothing either: this proves nothing");
      return {
        figures: `${careful.losses} losses of power at ${careful.promises} promises (${careful.syncs} fsyncs): 0 lost, each database sound; with synchronous=NORMAL ${control.lost} of ${control.promises} lost`,
      };
    }),
} satisfies Proof;

async function prepare(home: Home): Promise<Reader[]> {
  const server = await home.start();
  const { readers } = await openMarket(server.url, home.operatorKey, { readers: 16 });
  await server.stop();
  return readers;
}

async function lose(home: Home, { quick, seed, readers }: ProofOptions & { readers: Reader[] }): Promise<Found> {
  const files = readdirSync(home.folder).filter((name) => name.startsWith("control.sqlite"));
  const disk = new Disk(new Map(files.map((name) => [join(home.folder, name), readFileSync(join(home.folder, name))])));
  const trace = join(home.folder, "trace");
  const server = await home.start({ under: straceTo(trace) });
  const told = await beBusy(server.url, home.operatorKey, readers, quick ? calls.quick : calls.whole);
  await server.kill();
  return replay({ home, trace, disk, random: randomOf(seed), told });
}

type Recorded = { home: Home; trace: string; disk: Disk; random: () => number; told: ReadonlySet<string> };

async function replay({ home, trace, disk, random, told }: Recorded): Promise<Found> {
  const folder = join(home.folder, "image");
  const before = openImage(folder, disk.image()).answersKept;
  const seen = new Set<string>();
  const found: Found = { promises: 0, lost: 0, losses: 0, syncs: 0 };
  let answered = before;
  let known = openImage(folder, disk.image());
  let knownSyncs = 0;
  await readTrace(trace, {
    begins(call) {
      disk.begins(call);
      const { ids, posts } = acknowledgedIn(call);
      if (ids.length === 0) return;
      if (disk.syncs !== knownSyncs) {
        known = openImage(folder, disk.image());
        knownSyncs = disk.syncs;
        found.losses += 1;
      }
      answered += posts;
      for (const id of ids) seen.add(id);
      const lost =
        ids.filter((id) => !known.has(id)).length + Math.min(posts, Math.max(0, answered - known.answersKept));
      found.promises += ids.length + posts;
      found.lost += lost;
      if (lost > 0) return;
      // A disk may as well have kept some of what it was not told to keep, in any order.
      const lucky = openImage(
        folder,
        disk.image(() => random() < 0.5),
      );
      found.losses += 1;
      found.lost += ids.filter((id) => !lucky.has(id)).length;
    },
    ends: (call, result) => disk.ends(call, result),
  });
  const unseen = [...told].filter((id) => !seen.has(id));
  assert.deepEqual(unseen, [], "clients were told what the recording does not have");
  return { ...found, syncs: disk.syncs };
}
