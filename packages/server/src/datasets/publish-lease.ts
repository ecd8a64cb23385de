import { Problem } from "../http/problem.ts";
import type { PublishBase } from "../lake/publish-mode.ts";
import type { Services } from "../services.ts";
import { and, eq } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";
import { refuseBeyondContract } from "./contract.ts";
import type { Contract } from "./contract-schemas.ts";
import type { Definition } from "./definition.ts";
import { lockDataset } from "./queries.ts";
import type { Cadence } from "./schemas.ts";
import { nextState } from "./states.ts";
import { findVersion, selectParts } from "./versions-queries.ts";

/** A lease outlives two renewals that fail. */
const renewalsPerLease = 3;

/** The right to publish a dataset's next version, and what that will look like. */
export type PublishLease = {
  id: string;
  definition: Definition;
  cadence: Cadence;
  /** The version that was current when the right was taken. */
  base: PublishBase | null;
  /** Gives the right up, in the transaction that uses it. False when it was lost: another publish has begun. */
  use(tx: Db): Promise<boolean>;
  end(): Promise<void>;
};

/** One publish of a dataset at a time, held by a row that other processes see and renewed while this one lives. */
export async function claimPublish(services: Services, slug: string, contract?: Contract): Promise<PublishLease> {
  const { store, newId, owner, clock, lake, config } = services;
  const id = newId("pub");
  const { definition, cadence, base, dead } = await store.transaction((tx) =>
    insertClaim(tx, { id, slug, contract, owner, now: clock(), leaseMs: config.publishLeaseMs }),
  );
  for (const job of dead) await lake.unstage(job);
  const renewal = setInterval(() => void renew(services, id), config.publishLeaseMs / renewalsPerLease).unref();
  const remove = async (tx: Db) => {
    const { publishes } = tx.t;
    const [row] = await tx.delete(publishes).where(eq(publishes.id, id)).returning({ id: publishes.id });
    return row !== undefined;
  };
  return {
    id,
    definition,
    cadence,
    base,
    use: remove,
    async end() {
      clearInterval(renewal);
      await store.transaction(remove);
    },
  };
}

type Claim = { id: string; slug: string; contract: Contract | undefined; owner: string; now: Date; leaseMs: number };

async function insertClaim(tx: Db, { id, slug, contract, owner, now, leaseMs }: Claim) {
  const { publishes } = tx.t;
  // Locked before looking: two publishes at once would both find none.
  const dataset = await lockDataset(tx, slug);
  if (!dataset) throw new Problem("not_found");
  nextState("publish", dataset);
  const others = await refuseBeside(tx, slug, now);
  const before = dataset.currentVersion === null ? undefined : await findVersion(tx, slug, dataset.currentVersion);
  const change = { before: before?.definition, after: dataset.definition, stated: contract, now };
  await refuseBeyondContract(tx, dataset, change);
  await tx.delete(publishes).where(eq(publishes.dataset, slug));
  await tx.insert(publishes).values({ id, dataset: slug, owner, leaseUntil: leaseFrom(now, leaseMs), createdAt: now });
  const { definition } = dataset;
  const base = await baseOf(tx, slug, dataset.currentVersion);
  // Written from an enum only.
  return { definition, cadence: dataset.cadence as Cadence, base, dead: others.map((other) => other.id) };
}

async function baseOf(tx: Db, slug: string, current: number | null): Promise<PublishBase | null> {
  const version = current === null ? undefined : await findVersion(tx, slug, current);
  if (!version) return null;
  const { number, definition, report } = version;
  return { number, definition, report, parts: await selectParts(tx, slug, number) };
}

/** Refuses while a version is being made: it was begun on the current one. What is left are publishes of dead processes. */
export async function refuseBeside(tx: Db, slug: string, now: Date) {
  const { publishes } = tx.t;
  const all = await tx.select().from(publishes).where(eq(publishes.dataset, slug));
  const live = all.find(({ leaseUntil }) => leaseUntil > now);
  if (live) throw inProgress(slug, live.createdAt);
  return all;
}

async function renew({ store, clock, owner, log, config }: Services, id: string): Promise<void> {
  try {
    await store.transaction(async (tx) => {
      const { publishes } = tx.t;
      await tx
        .update(publishes)
        .set({ leaseUntil: leaseFrom(clock(), config.publishLeaseMs) })
        .where(and(eq(publishes.id, id), eq(publishes.owner, owner)));
    });
  } catch (error) {
    log.warn({ error, publish: id }, "the lease of a publish was not renewed");
  }
}

export function inProgress(slug: string, since?: Date): Problem {
  const when = since ? ` since ${since.toISOString()}` : "";
  return new Problem("publish_in_progress", {
    detail: `Another version of ${slug} is being published${when}. Nothing was changed.`,
    next: [`wizdata datasets show ${slug}`],
  });
}

const leaseFrom = (now: Date, leaseMs: number) => new Date(now.getTime() + leaseMs);
