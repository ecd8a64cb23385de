import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { Definition } from "../datasets/definition.ts";
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

/** A published version of a dataset with the four licenses. */
export async function publishPrices(world: World, slug = "prices", csv = pricesCsv()): Promise<number> {
  const { lake, store, clock, newId } = world.services;
  const job = newId("pub");
  const file = join(await lake.stage(job), "upload");
  await writeFile(file, csv);
  const { parts, report } = await lake.publish({ id: job, definition: pricesDefinition, file, encoding: "plain" });
  await lake.unstage(job);
  const createdAt = clock();
  return await store.transaction(async (tx) => {
    const { t } = tx;
    const number = (await tx.$count(t.versions, eq(t.versions.dataset, slug))) + 1;
    const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
    await tx
      .insert(t.datasets)
      .values({
        slug,
        title: slug,
        description: "Prices",
        category: "market",
        countries: ["KEN"],
        series: codes,
        cadence: "daily",
        definition: pricesDefinition,
        source: { name: "Made up", licence: "CC0", attribution: "Nobody" },
        price: 100_000,
        currency: "ZAR",
        pricePerCall: 10,
        pricePer1000Rows: 100,
        state: "published",
        currentVersion: number,
        createdAt,
        updatedAt: createdAt,
      })
      .onConflictDoUpdate({ target: t.datasets.slug, set: { currentVersion: number } });
    for (const tier of ["free", "basic", "premium", "enterprise"]) {
      const features = tier === "free" || tier === "basic" ? ["query"] : ["query", "export"];
      await tx
        .insert(t.licenses)
        .values({
          dataset: slug,
          tier,
          perMinute: 200,
          perDay: 1_000,
          perMonth: 10_000,
          priceMultiplierMillis: 1_000,
          features,
        })
        .onConflictDoNothing();
    }
    await tx.insert(t.versions).values({
      dataset: slug,
      number,
      definition: pricesDefinition,
      rows: report.rows,
      bytes,
      sourceBytes: csv.length,
      sourceSha256: "0".repeat(64),
      report,
      timeMin: parts[0]?.timeMin ?? null,
      timeMax: parts.at(-1)?.timeMax ?? null,
      createdAt,
    });
    for (const [place, { sha256, rows, bytes, partition, timeMin, timeMax }] of parts.entries()) {
      await tx.insert(t.parts).values({ sha256, rows, bytes, createdAt }).onConflictDoNothing();
      await tx
        .insert(t.versionParts)
        .values({ dataset: slug, version: number, place, sha256, partition, timeMin, timeMax });
    }
    return number;
  });
}

export async function subscribe(
  world: World,
  partnerId: string,
  { slug = "prices", tier = "premium", billing = "monthly" } = {},
): Promise<string> {
  const { store, clock, newId } = world.services;
  const id = newId("sub");
  await store.transaction((tx) =>
    tx.insert(tx.t.subscriptions).values({
      id,
      partnerId,
      dataset: slug,
      tier,
      billing,
      status: "active",
      price: 100_000,
      currency: "ZAR",
      pricePerCall: 10,
      pricePer1000Rows: 100,
      priceVersion: 1,
      anchorDate: "2026-03-10",
      createdAt: clock(),
      canceledAt: null,
    }),
  );
  return id;
}

export type ExportsWorld = Awaited<ReturnType<typeof openExportsWorld>>;

/** Two published datasets, `prices` and `revised` (of two versions), and what tests of exports do with them. */
export async function openExportsWorld(world: World) {
  await publishPrices(world);
  await publishPrices(world, "revised");
  await publishPrices(world, "revised", pricesCsv(2));
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
    async subscriber(subscription: Parameters<typeof subscribe>[2] = {}) {
      const partner = await world.onboard();
      await subscribe(world, partner.id, subscription);
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
      for (const pid of childrenOf(process.pid)) process.kill(pid, signal);
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

function childrenOf(pid: number): number[] {
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
