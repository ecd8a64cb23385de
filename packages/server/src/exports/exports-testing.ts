import { execFileSync } from "node:child_process";
import { Definition } from "../datasets/definition.ts";
import { eq } from "../store/drizzle.ts";
import { publish, send } from "../testing/datasets.ts";
import type { World } from "../testing/world.ts";

const days = 200;
const codes = ["KCB", "SCOM", "EQTY"];

export const pricesDefinition = Definition.parse({
  columns: [
    { name: "date", type: "date", nullable: false },
    { name: "code", type: "string", nullable: false },
    { name: "close", type: "number" },
    { name: "volume", type: "integer" },
  ],
  key: ["code", "date"],
  time: "date",
  partition: "year",
});

/** Prices of three companies from the first of September 2024 on: two parts, one for each year. */
export function pricesCsv(factor = 1): string {
  const lines = ["date,code,close,volume"];
  for (let day = 0; day < days; day++) {
    const date = new Date(Date.UTC(2024, 8, 1 + day)).toISOString().slice(0, 10);
    for (const [at, code] of codes.entries())
      lines.push(`${date},${code},${((day + 1) * factor * (at + 1)) / 4},${day * 10}`);
  }
  return `${lines.join("\n")}\n`;
}

export const pricesRows = days * codes.length;

/** What `datasets.create` takes for them. */
export const pricesDataset = (slug: string) => ({
  slug,
  title: "Prices",
  description: "What shares cost at the end of a day.",
  category: "market",
  cadence: "daily",
  definition: pricesDefinition,
  source: { name: "Made up", licence: "CC0", attribution: "Nobody" },
  price: { amount: 100_000 },
  price_per_call: 50,
  price_per_1000_rows: 200,
});

export type ExportsWorld = Awaited<ReturnType<typeof openExportsWorld>>;

/** Two published datasets, `prices` and `revised` (of two versions), and what tests of exports do with them. */
export async function openExportsWorld(world: World) {
  await publish(world, pricesDataset("prices"), pricesCsv());
  await publish(world, pricesDataset("revised"), pricesCsv());
  await send(world, "revised", pricesCsv(2));
  const { services, ask } = world;
  const { store } = services;

  async function create(key: string, wanted: object) {
    const { status, body } = await ask("POST", "/exports", { key, body: { dataset: "prices", ...wanted } });
    if (status !== 202) throw new Error(JSON.stringify(body));
    return body;
  }

  /** Reads it until it has one of these states. */
  async function reached(key: string, id: string, states: string[], waitSeconds: number) {
    for (;;) {
      const { body } = await ask("GET", `/exports/${id}?wait_seconds=${waitSeconds}`, { key });
      if (states.includes(body.status)) return body;
      if (waitSeconds === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  const ended = (key: string, id: string) => reached(key, id, ["ready", "failed", "canceled", "expired"], 30);
  const running = (key: string, id: string) => reached(key, id, ["running"], 0);

  async function anotherKey(partnerId: string, wanted: object): Promise<string> {
    const { status, body } = await ask("POST", `/partners/${partnerId}/keys`, { body: wanted });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.secret;
  }

  return {
    create,
    ended,
    running,
    anotherKey,
    /** A partner with a key and a subscription. */
    async subscriber({ slug = "prices", tier = "premium", billing = "monthly" } = {}) {
      const partner = await world.onboard();
      const terms = { partner_id: partner.id, tier, billing };
      const { status, body } = await ask("POST", `/datasets/${slug}/subscribe`, { body: terms });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return partner;
    },
    async download(key: string, id: string, name: string) {
      const answer = await world.fetch(`http://wizdata.test/api/v1/exports/${id}/files/${name}`, {
        headers: { "x-api-key": key },
      });
      if (answer.status !== 200) throw new Error(await answer.text());
      return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
    },
    /** Afterwards there is a worker that waits for its next job. */
    async warmUp(key: string) {
      await ended(key, (await create(key, { format: "csv" })).id);
    },
    holdJobsBack() {
      services.readiness.reason = "a test";
    },
    letJobsRun() {
      services.readiness.reason = undefined;
      services.exportRunner.wake();
    },
    /** To the processes of this world's lake. */
    signalWorkers(signal: NodeJS.Signals) {
      signalWorkersOf(process.pid, signal);
    },
    /** What the meter has of a partner, over all windows of its license and plan. */
    async counted(partnerId: string) {
      const { counters, usageEvents } = store.db.t;
      const own = (await store.db.select().from(counters)).filter(
        ({ owner }) => owner.includes(partnerId) && !owner.startsWith("spend"),
      );
      const events = await store.db.$count(usageEvents, eq(usageEvents.partnerId, partnerId));
      return {
        used: own.reduce((sum, { used }) => sum + used, 0),
        held: own.reduce((sum, { held }) => sum + held, 0),
        events,
      };
    },
    /** Its spending of this month, in thousandths of a minor unit. */
    async spent(partnerId: string) {
      const { counters } = store.db.t;
      const [counter] = await store.db
        .select()
        .from(counters)
        .where(eq(counters.owner, `spend:${partnerId}`));
      return { used: counter?.used ?? 0, held: counter?.held ?? 0 };
    },
    async event(id: string) {
      const [event] = await store.db.select().from(store.db.t.usageEvents).where(eq(store.db.t.usageEvents.id, id));
      return event;
    },
    async row(id: string) {
      const [row] = await store.db.select().from(store.db.t.exports).where(eq(store.db.t.exports.id, id));
      return row;
    },
  };
}

/** How many workers of a serving process there were to get the signal. */
export function signalWorkersOf(pid: number, signal: NodeJS.Signals): number {
  const workers = workersOf(pid);
  for (const worker of workers) process.kill(worker, signal);
  return workers.length;
}

function workersOf(pid: number): number[] {
  try {
    return execFileSync("pgrep", ["-P", String(pid), "-f", "lake/worker"])
      .toString()
      .trim()
      .split("\n")
      .map(Number);
  } catch {
    return []; // pgrep fails where it finds none
  }
}
