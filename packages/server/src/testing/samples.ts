import { createHash } from "node:crypto";
import { pricesCsv, pricesDefinition } from "../exports/exports-testing.ts";
import { signDay } from "../ledger/sign-days.ts";
import type { Ask, World } from "./world.ts";

// One good request for every operation of the contract, made on fresh things: what walks the whole contract walks these.

export type Owner = { id: string; key: string };
export type Sample = Ask & { path: string };
type MakeSample = (world: World, owner: Owner) => Promise<Sample> | Sample;

export const missing = (prefix: string) => `${prefix}_00000000000000000000000000`;

const source = { name: "Test", licence: "CC0", attribution: "Nobody" };
let made = 0;
function fresh(word: string): string {
  made += 1;
  return word + made;
}

async function must(world: World, method: string, path: string, ask: Ask = {}) {
  const { status, body } = await world.ask(method, path, ask);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

const newDataset = () => {
  const slug = fresh("sample-");
  return {
    slug,
    title: slug,
    description: "A sample",
    category: "market",
    cadence: "daily",
    definition: pricesDefinition,
    source,
    price: { amount: 1000 },
  };
};
const csv = { raw: pricesCsv(), headers: { "content-type": "text/csv" } };

async function publishedDataset(world: World): Promise<string> {
  const { slug } = await must(world, "POST", "/datasets", { body: newDataset() });
  await must(world, "POST", `/datasets/${slug}/versions`, csv);
  return slug;
}

async function twoVersions(world: World): Promise<string> {
  const slug = await publishedDataset(world);
  await must(world, "POST", `/datasets/${slug}/versions`, { ...csv, raw: pricesCsv(2) });
  return slug;
}

async function heldVersion(world: World): Promise<string> {
  const slug = await publishedDataset(world);
  await must(world, "PATCH", `/datasets/${slug}`, { body: { floors: { timeliness: 100 } } });
  const { number } = await must(world, "POST", `/datasets/${slug}/versions`, { ...csv, raw: pricesCsv(2) });
  return `/datasets/${slug}/versions/${number}`;
}

const newTerms = () => ({ text: fresh("Terms "), required_from: "2999-01-01T00:00:00Z" });
async function withTerms(world: World): Promise<string> {
  const slug = await sharedDataset(world);
  await must(world, "POST", `/datasets/${slug}/terms`, { body: newTerms() });
  return slug;
}

const datasets = new WeakMap<World, Promise<string>>();
/** A published dataset that samples share. */
export function sharedDataset(world: World): Promise<string> {
  const known = datasets.get(world) ?? publishedDataset(world);
  datasets.set(world, known);
  return known;
}

async function subscription(world: World, owner: Owner, tier = "premium"): Promise<{ id: string; dataset: string }> {
  const dataset = await publishedDataset(world);
  return must(world, "POST", `/datasets/${dataset}/subscribe`, {
    body: { partner_id: owner.id, tier, billing: "monthly" },
  });
}

const subscribed = new WeakMap<World, Map<string, Promise<string>>>();
/** The slug of a dataset the partner may query and export. */
async function readable(world: World, owner: Owner): Promise<string> {
  const known = subscribed.get(world) ?? new Map<string, Promise<string>>();
  subscribed.set(world, known);
  const slug = known.get(owner.id) ?? subscription(world, owner).then(({ dataset }) => dataset);
  known.set(owner.id, slug);
  return slug;
}

const newExport = async (world: World, owner: Owner): Promise<string> =>
  (
    await must(world, "POST", "/exports", {
      key: owner.key,
      body: { dataset: await readable(world, owner), format: "csv" },
    })
  ).id;

async function readyExport(world: World, owner: Owner): Promise<{ id: string; file: string }> {
  const id = await newExport(world, owner);
  for (;;) {
    const { status } = await must(world, "GET", `/exports/${id}?wait_seconds=5`, { key: owner.key });
    if (status === "ready") break;
    if (status === "failed") throw new Error("the sample export failed");
  }
  const { files } = await must(world, "GET", `/exports/${id}/manifest`, { key: owner.key });
  return { id, file: files[0].name };
}

const partner = async (world: World): Promise<string> =>
  (await must(world, "POST", "/partners", { body: { company: "Sample", email: `${fresh("s")}@sample.example` } })).id;
const key = async (world: World, { id }: Owner): Promise<string> =>
  (await must(world, "POST", `/partners/${id}/keys`, { body: { name: "sample" } })).id;
const rotatedKey = async (world: World, owner: Owner): Promise<string> =>
  (await must(world, "POST", `/keys/${await key(world, owner)}/rotate`, { body: {} })).id;
async function receipt(world: World, owner: Owner): Promise<string> {
  const { headers } = await world.ask("GET", `/data/${await readable(world, owner)}?limit=1`, { key: owner.key });
  return headers.get("wizdata-receipt") ?? "";
}

const firstChecks = new WeakMap<World, Promise<{ id: string }>>();
/** One check runs at a time, so a new one waits for the last. */
async function endedCheck(world: World): Promise<string> {
  const { data } = await must(world, "GET", "/checks?limit=1");
  const [last] = data;
  if (!last) {
    const first = firstChecks.get(world) ?? must(world, "POST", "/checks", { body: { quick: true } });
    firstChecks.set(world, first);
    return (await must(world, "GET", `/checks/${(await first).id}?wait_seconds=30`)).id;
  }
  return (await must(world, "GET", `/checks/${last.id}?wait_seconds=30`)).id;
}

const partBytes = Buffer.from(pricesCsv());
const part = {
  raw: new Uint8Array(partBytes),
  headers: {
    "content-type": "application/octet-stream",
    "content-digest": `sha-256=:${createHash("sha256").update(partBytes).digest("base64")}:`,
  },
};
const newUpload = async (world: World): Promise<string> =>
  (await must(world, "POST", "/uploads", { body: { dataset: await sharedDataset(world) } })).id;

export const samples: Record<string, MakeSample> = {
  "me.retrieve": () => ({ path: "/me" }),
  "partners.create": () => ({ path: "/partners", body: { company: "Sample", email: `${fresh("s")}@sample.example` } }),
  "partners.list": () => ({ path: "/partners" }),
  "partners.retrieve": (_world, { id }) => ({ path: `/partners/${id}` }),
  "partners.update": (_world, { id }) => ({ path: `/partners/${id}`, body: { industry: fresh("industry ") } }),
  "partners.suspend": async (world) => ({ path: `/partners/${await partner(world)}/suspend` }),
  "partners.reactivate": async (world) => {
    const id = await partner(world);
    await must(world, "POST", `/partners/${id}/suspend`);
    return { path: `/partners/${id}/reactivate` };
  },
  "partners.onboarding": (_world, { id }) => ({ path: `/partners/${id}/onboarding` }),
  "partners.completeStep": async (world) => ({
    path: `/partners/${await partner(world)}/onboarding/agreement`,
    body: { note: "signed" },
  }),
  "partners.reopenStep": async (world) => {
    const id = await partner(world);
    await must(world, "POST", `/partners/${id}/onboarding/agreement`, { body: { note: "signed" } });
    return { path: `/partners/${id}/onboarding/agreement/reopen` };
  },
  "keys.create": (_world, { id }) => ({ path: `/partners/${id}/keys`, body: { name: "sample", scopes: [] } }),
  "keys.list": (_world, { id }) => ({ path: `/partners/${id}/keys` }),
  "keys.retrieve": async (world, owner) => ({ path: `/keys/${await key(world, owner)}` }),
  "keys.update": async (world, owner) => ({ path: `/keys/${await key(world, owner)}`, body: { name: "renamed" } }),
  "keys.rotate": async (world, owner) => ({
    path: `/keys/${await key(world, owner)}/rotate`,
    body: { overlap_seconds: 60 },
  }),
  "keys.retire": async (world, owner) => ({ path: `/keys/${await rotatedKey(world, owner)}/retire` }),
  "keys.revoke": async (world, owner) => ({ path: `/keys/${await key(world, owner)}/revoke` }),
  "keys.failures": () => ({ path: "/failed-keys" }),
  "operatorKeys.create": () => ({ path: "/operator-keys", body: { name: "sample", scopes: [] } }),
  "operatorKeys.list": () => ({ path: "/operator-keys" }),
  "datasets.create": () => ({ path: "/datasets", body: newDataset() }),
  "datasets.list": () => ({ path: "/datasets" }),
  "datasets.retrieve": async (world) => ({ path: `/datasets/${await sharedDataset(world)}` }),
  "datasets.update": async (world) => ({
    path: `/datasets/${await sharedDataset(world)}`,
    body: { title: fresh("Sample ") },
  }),
  "datasets.schema": async (world) => ({ path: `/datasets/${await sharedDataset(world)}/schema` }),
  "datasets.versions": async (world) => ({ path: `/datasets/${await sharedDataset(world)}/versions` }),
  "datasets.version": async (world) => ({ path: `/datasets/${await sharedDataset(world)}/versions/1` }),
  "terms.set": async (world) => ({ path: `/datasets/${await sharedDataset(world)}/terms`, body: newTerms() }),
  "terms.list": async (world) => ({ path: `/datasets/${await withTerms(world)}/terms` }),
  "terms.retrieve": async (world) => ({ path: `/datasets/${await withTerms(world)}/terms/1` }),
  "terms.accept": async (world, { id }) => ({
    path: `/datasets/${await withTerms(world)}/terms/1/accept`,
    body: { partner_id: id, note: "On paper" },
  }),
  "terms.acceptances": async (world) => ({ path: `/datasets/${await withTerms(world)}/acceptances` }),
  "datasets.deprecate": async (world) => ({ path: `/datasets/${await publishedDataset(world)}/deprecate`, body: {} }),
  "datasets.retire": async (world) => ({ path: `/datasets/${await publishedDataset(world)}/retire`, body: {} }),
  "datasets.restore": async (world) => {
    const slug = await publishedDataset(world);
    await must(world, "POST", `/datasets/${slug}/retire`, { body: {} });
    return { path: `/datasets/${slug}/restore` };
  },
  "datasets.updateVersion": async (world) => ({
    path: `/datasets/${await sharedDataset(world)}/versions/1`,
    body: { note: fresh("Note ") },
  }),
  "datasets.rollback": async (world) => ({
    path: `/datasets/${await twoVersions(world)}/versions/1/rollback`,
    body: { note: "As it was" },
  }),
  "datasets.release": async (world) => ({ path: `${await heldVersion(world)}/release`, body: { note: "As it is" } }),
  "datasets.reject": async (world) => ({
    path: `${await heldVersion(world)}/reject`,
    body: { reason: "Not complete" },
  }),
  "datasets.retract": async (world) => ({
    path: `/datasets/${await twoVersions(world)}/versions/1/retract`,
    body: { reason: "Wrong currency" },
  }),
  "datasets.snippets": async (world) => ({ path: `/datasets/${await sharedDataset(world)}/snippets` }),
  "datasets.quality": async (world) => ({ path: `/datasets/${await sharedDataset(world)}/quality` }),
  "datasets.qualityHistory": async (world) => ({
    path: `/datasets/${await sharedDataset(world)}/quality/history`,
  }),
  "datasets.versionQuality": async (world) => ({ path: `/datasets/${await sharedDataset(world)}/versions/1/quality` }),
  "datasets.publish": async (world) => ({
    path: `/datasets/${(await must(world, "POST", "/datasets", { body: newDataset() })).slug}/versions`,
    ...csv,
  }),
  "uploads.create": async (world) => ({ path: "/uploads", body: { dataset: await sharedDataset(world) } }),
  "uploads.list": () => ({ path: "/uploads" }),
  "uploads.retrieve": async (world) => ({ path: `/uploads/${await newUpload(world)}` }),
  "uploads.sendPart": async (world) => ({ path: `/uploads/${await newUpload(world)}/parts/1`, ...part }),
  "uploads.abort": async (world) => ({ path: `/uploads/${await newUpload(world)}` }),
  "datasets.licenses": async (world) => ({ path: `/datasets/${await sharedDataset(world)}/licenses` }),
  "datasets.setLicense": async (world) => ({
    path: `/datasets/${await sharedDataset(world)}/licenses/basic`,
    body: { per_minute: 60, per_day: 10_000 + made, per_month: 100_000, features: ["query"], price_multiplier: 0.5 },
  }),
  "datasets.setWeights": async (world) => ({
    path: `/datasets/${await sharedDataset(world)}/weights`,
    body: { query: 2 + (made % 3), export: 10 },
  }),
  "datasets.subscribe": async (world, { id }) => ({
    path: `/datasets/${await publishedDataset(world)}/subscribe`,
    body: { partner_id: id, tier: "free", billing: "monthly" },
  }),
  "subscriptions.list": () => ({ path: "/subscriptions" }),
  "subscriptions.retrieve": async (world, owner) => ({
    path: `/subscriptions/${(await subscription(world, owner)).id}`,
  }),
  "subscriptions.change": async (world, owner) => ({
    path: `/subscriptions/${(await subscription(world, owner)).id}/change`,
    body: { tier: "enterprise" },
  }),
  "subscriptions.resume": async (world, owner) => {
    const { id } = await subscription(world, owner);
    await must(world, "POST", `/subscriptions/${id}/cancel`, { body: { when: "period_end" } });
    return { path: `/subscriptions/${id}/resume` };
  },
  "subscriptions.cancel": async (world, owner) => ({
    path: `/subscriptions/${(await subscription(world, owner)).id}/cancel`,
    body: { when: "now" },
  }),
  "subscriptions.overrideLimits": async (world, owner) => ({
    path: `/subscriptions/${(await subscription(world, owner)).id}/limits`,
    body: { per_day: 50_000, reason: "Backfill", until: new Date(world.clock.now().getTime() + 86_400_000) },
  }),
  "subscriptions.restoreLimits": async (world, owner) => ({
    path: `/subscriptions/${(await subscription(world, owner)).id}/limits`,
  }),
  "data.query": async (world, owner) => ({ path: `/data/${await readable(world, owner)}?limit=1` }),
  "data.queryBody": async (world, owner) => ({
    path: `/data/${await readable(world, owner)}/query`,
    body: { filters: { code: ["KCB", "SCOM"] }, limit: 1 },
  }),
  "data.changes": async (world, owner) => ({ path: `/data/${await readable(world, owner)}/changes?since=0&limit=1` }),
  "data.changesBody": async (world, owner) => ({
    path: `/data/${await readable(world, owner)}/changes`,
    body: { since: 1, filters: { code: ["KCB", "SCOM"] }, limit: 1 },
  }),
  "sql.run": async (world, owner) => ({
    path: "/sql",
    body: { sql: `SELECT code FROM "${(await subscription(world, owner, "enterprise")).dataset}" LIMIT 1` },
  }),
  "data.sample": async (world) => ({ path: `/data/${await sharedDataset(world)}/sample` }),
  "exports.create": async (world, owner) => ({
    path: "/exports",
    body: { dataset: await readable(world, owner), format: "csv" },
  }),
  "exports.list": () => ({ path: "/exports" }),
  "exports.retrieve": async (world, owner) => ({ path: `/exports/${await newExport(world, owner)}` }),
  "exports.cancel": async (world, owner) => ({ path: `/exports/${await newExport(world, owner)}/cancel` }),
  "estimates.create": async (world, owner) => ({
    path: "/estimates",
    body: { dataset: await readable(world, owner), format: "csv" },
  }),
  "exports.renew": async (world, owner) => ({ path: `/exports/${(await readyExport(world, owner)).id}/renew` }),
  "exports.delete": async (world, owner) => ({ path: `/exports/${(await readyExport(world, owner)).id}` }),
  "exports.manifest": async (world, owner) => ({ path: `/exports/${(await readyExport(world, owner)).id}/manifest` }),
  "exports.links": async (world, owner) => ({
    path: `/exports/${(await readyExport(world, owner)).id}/links`,
    body: { expires_in_seconds: 60 },
  }),
  "exports.file": async (world, owner) => {
    const { id, file } = await readyExport(world, owner);
    return { path: `/exports/${id}/files/${file}` };
  },
  "usage.report": (_world, { id }) => ({ path: `/usage?by=day&partner_id=${id}` }),
  "usage.explain": async (world, owner) => ({ path: `/usage/requests/${await receipt(world, owner)}` }),
  "usage.reconciliation": () => ({ path: "/usage/reconciliation" }),
  "usage.receipts": async (world, owner) => ({
    path: "/usage/receipts",
    body: {
      receipts: [
        { receipt: await receipt(world, owner), partner_id: owner.id, key_id: missing("key"), rows: 1, bytes: 1 },
      ],
    },
  }),
  "usage.limits": (_world, { id }) => ({ path: `/usage/limits?partner_id=${id}` }),
  "usage.event": async (world, owner) => ({ path: `/usage/events/${await receipt(world, owner)}` }),
  "usage.ledger": async (world, { id }) => {
    await signDay(world.services, "2026-03-09");
    return { path: `/usage/ledger?day=2026-03-09&partner_id=${id}` };
  },
  "usage.events": (_world, { id }) => ({ path: `/usage/events?partner_id=${id}` }),
  "usage.record": async (world, owner) => ({
    path: "/usage/events",
    body: {
      events: [
        {
          ...{ source: "edge-1", id: fresh("measured-"), key_id: await key(world, owner) },
          ...{ dataset: await readable(world, owner), operation: "query", rows: 10, bytes: 1_000 },
        },
      ],
    },
  }),
  "usage.reverse": async (world, owner) => ({
    path: `/usage/events/${await receipt(world, owner)}/reverse`,
    body: { reason: "Served twice" },
  }),
  "usage.totals": () => ({ path: "/usage/totals?by=partner" }),
  "ledger.rotateKey": () => ({ path: "/ledger/keys/rotate" }),
  "checks.create": async (world) => {
    await endedCheck(world);
    return { path: "/checks", body: { quick: true } };
  },
  "checks.list": () => ({ path: "/checks" }),
  "checks.retrieve": async (world) => ({ path: `/checks/${await endedCheck(world)}` }),
};
