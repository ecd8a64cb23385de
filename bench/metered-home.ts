import { WizData } from "@wizdata/sdk";
import { createApp } from "../packages/server/src/app.ts";
import type { Clock } from "../packages/server/src/clock.ts";
import { readConfig } from "../packages/server/src/config.ts";
import { ensureOperatorKey } from "../packages/server/src/keys/first-operator.ts";
import { createLog } from "../packages/server/src/log.ts";
import type { Member } from "../packages/server/src/meter/meter.ts";
import { type Opened, openServices } from "../packages/server/src/open-services.ts";

const slug = "bench";
const rowsPerStatement = 500;
const definition = {
  columns: [
    { name: "date", type: "date", nullable: false },
    { name: "code", type: "string", nullable: false },
  ],
  key: ["code", "date"],
  time: "date",
};

/** Who calls: one of a partner's keys under its subscription. */
type Caller = Pick<Member, "partnerId" | "lineageId" | "keyId" | "subscriptionId">;
export type MeteredHome = Opened & { operatorKey: string; secret: string; callers: Caller[] };

/**
 * The real services on a new home, with very many partners that may call: the first was made as any is, the others are its rows
 * under other names, since thousands would take minutes to be made so.
 */
export async function openMeteredHome(
  home: string,
  { partners, keysEach, clock }: { partners: number; keysEach: number; clock?: Clock },
): Promise<MeteredHome> {
  const config = readConfig({ WIZDATA_HOME: home, WIZDATA_LOG: "warn" });
  const opened = await openServices(config, { log: createLog("warn"), ...(clock ? { clock } : {}) });
  const { services } = opened;
  const operatorKey = (await ensureOperatorKey(services)) ?? "";
  const app = createApp(services);
  const fetch = async (request: Request) => app.fetch(request);
  const operator = new WizData({ baseURL: "http://localhost", apiKey: operatorKey, fetch });
  await operator.datasets.create({
    ...{ slug, title: "Bench", description: "What is metered here.", category: "market", cadence: "daily" },
    ...{ definition, source: { name: "Made up", licence: "CC0", attribution: "Nobody" }, price: { amount: 100 } },
  });
  await operator.datasets.publish(slug, Buffer.from("date,code\n2026-01-01,A\n2026-01-02,A\n"));
  const partner = await operator.partners.create({ company: "First", email: "first@example.com", plan: "enterprise" });
  await operator.datasets.subscribe(slug, { partner_id: partner.id, tier: "enterprise" });
  const { secret } = await operator.keys.create(partner.id, { name: "bench" });
  return { ...opened, operatorKey, secret, callers: await multiply(opened, partners, keysEach) };
}

async function multiply({ services }: Opened, partners: number, keysEach: number): Promise<Caller[]> {
  const { db, transaction } = services.store;
  const { newId } = services;
  const partner = one(await db.select().from(db.t.partners));
  const subscription = one(await db.select().from(db.t.subscriptions));
  const lineage = one((await db.select().from(db.t.lineages)).filter(({ partnerId }) => partnerId !== null));
  const key = one((await db.select().from(db.t.keys)).filter(({ partnerId }) => partnerId !== null));
  const partnerRows = [partner];
  const subscriptionRows = [subscription];
  const lineageRows = [lineage];
  const keyRows = [key];
  const callers: Caller[] = [];
  for (let at = 0; at < partners; at++) {
    const isFirst = at === 0;
    const partnerId = isFirst ? partner.id : newId("par");
    const subscriptionId = isFirst ? subscription.id : newId("sub");
    if (!isFirst) {
      partnerRows.push({ ...partner, id: partnerId, email: `data@${partnerId}.example` });
      subscriptionRows.push({ ...subscription, id: subscriptionId, partnerId });
    }
    for (let number = 0; number < keysEach; number++) {
      const isMade = isFirst && number === 0;
      const lineageId = isMade ? lineage.id : newId("lin");
      const keyId = isMade ? key.id : newId("key");
      if (!isMade) {
        lineageRows.push({ ...lineage, id: lineageId, partnerId });
        keyRows.push({ ...key, id: keyId, lineageId, partnerId, hash: keyId });
      }
      callers.push({ partnerId, lineageId, keyId, subscriptionId });
    }
  }
  await transaction(async (tx) => {
    for (const rows of chunks(partnerRows.slice(1))) await tx.insert(tx.t.partners).values(rows);
    for (const rows of chunks(subscriptionRows.slice(1))) await tx.insert(tx.t.subscriptions).values(rows);
    for (const rows of chunks(lineageRows.slice(1))) await tx.insert(tx.t.lineages).values(rows);
    for (const rows of chunks(keyRows.slice(1))) await tx.insert(tx.t.keys).values(rows);
  });
  return callers;
}

/** A page of 100 rows, as it stands before the meter. */
const memberOf = (opened: Opened, caller: Caller): Member => ({
  ...caller,
  ...{ eventId: opened.services.newId("use"), requestId: opened.services.newId("req"), dataset: slug, version: 1 },
  ...{ operation: "query", status: 200, rows: 100, bytes: 16_000, units: 1, call: null },
  ...{ asked: "code=A&from=2026-01-01&limit=100", minutes: "license-minute 4/1000;plan-minute 4/1000" },
});

/** Gives so many answers to the meter at once, and lets them leave when it has stored them. */
export async function commitTogether(opened: Opened, callers: readonly Caller[]): Promise<void> {
  const { meter } = opened.services;
  const verdicts = await Promise.all(callers.map((caller) => meter.commit(memberOf(opened, caller))));
  for (const verdict of verdicts) {
    if (!verdict.admitted) throw verdict.problem;
    meter.left(verdict.receipt);
  }
}

function one<T>(rows: T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error("A new home has one of each.");
  return row;
}

function* chunks<T>(rows: T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += rowsPerStatement) yield rows.slice(at, at + rowsPerStatement);
}
