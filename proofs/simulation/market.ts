import { ensureOperatorKey } from "../../packages/server/src/keys/first-operator.ts";
import { dataset } from "../../scripts/proving/market.ts";
import { Platform } from "./platform.ts";
import { Time } from "./time.ts";
import { Wire } from "./wire.ts";

// What every history begins with, made once: two datasets, and four partners whose days begin at different instants.

export type Tier = "basic" | "premium";
export const tiers: Record<Tier, { perDay: number; perMonth: number }> = {
  basic: { perDay: 9, perMonth: 30 },
  premium: { perDay: 18, perMonth: 60 },
};
export const datasets = {
  light: { query: 1, export: 1, billing: "monthly" },
  heavy: { query: 3, export: 5, billing: "payg" },
} as const;
export type Slug = keyof typeof datasets;
export const slugs = Object.keys(datasets) as Slug[]; // the keys of a constant object are its type's keys
const zones = ["Africa/Johannesburg", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"];
const madeAt = Date.parse("2026-01-05T12:00:00Z");

export type Listed = {
  id: string;
  zone: string;
  subscriptions: Record<Slug, string>;
  lineageId: string;
  keyId: string;
  secret: string;
};
export type Market = { folder: string; operatorKey: string; partners: Listed[]; remove(): Promise<void> };

export async function openMarket(random: () => number): Promise<Market> {
  const platform = new Platform(undefined, { time: new Time(madeAt), random, onStored: () => {} });
  await platform.start();
  const operatorKey = (await ensureOperatorKey(platform.life.opened.services)) ?? "";
  const wire = new Wire(platform, { onAnswer() {}, onLeft() {}, onGone() {} });
  const must = async (method: string, path: string, body: unknown) => {
    const reply = await wire.send({ method, path, key: operatorKey, body });
    if (!reply || reply.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(reply)}`);
    return reply.body;
  };
  for (const slug of slugs) {
    await must("POST", "/datasets", { ...dataset, slug });
    await publish(platform, operatorKey, slug);
    const { query, export: ofExport } = datasets[slug];
    await must("PUT", `/datasets/${slug}/weights`, { query, export: ofExport });
    for (const [tier, { perDay, perMonth }] of Object.entries(tiers))
      await must("PUT", `/datasets/${slug}/licenses/${tier}`, {
        ...{ per_minute: 1_000, per_day: perDay, per_month: perMonth },
        ...{ features: ["query", "export"], price_multiplier: 1 },
      });
  }
  const partners: Listed[] = [];
  for (const zone of zones) {
    const about = { company: zone, email: `data@partner${partners.length}.example`, plan: "enterprise" };
    const { id } = await must("POST", "/partners", { ...about, time_zone: zone });
    const subscribe = (slug: Slug) =>
      must("POST", `/datasets/${slug}/subscribe`, {
        ...{ partner_id: id, tier: "basic", billing: datasets[slug].billing },
      });
    const subscriptions = { light: (await subscribe("light")).id, heavy: (await subscribe("heavy")).id };
    const key = await must("POST", `/partners/${id}/keys`, { name: "first" });
    partners.push({ id, zone, subscriptions, lineageId: key.lineage_id, keyId: key.id, secret: key.secret });
  }
  await platform.stop();
  return { folder: platform.folder, operatorKey, partners, remove: () => platform.remove() };
}

async function publish(platform: Platform, key: string, slug: Slug): Promise<void> {
  const csv = `date,code,close\n2024-12-30,SCOM,20\n2024-12-31,SCOM,20.5\n2025-01-02,SCOM,21\n2025-01-03,SCOM,22\n`;
  const response = await platform.life.app.fetch(
    new Request(`http://wizdata.test/api/v1/datasets/${slug}/versions`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "text/csv" },
      body: csv,
    }),
  );
  if (response.status !== 201) throw new Error(await response.text());
}
