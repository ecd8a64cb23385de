import { writeFile } from "node:fs/promises";
import { join } from "node:path";
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
    const number = (await tx.$count(t.versions)) + 1;
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
