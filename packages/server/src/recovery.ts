import { basename } from "node:path";
import type { Lake } from "./lake/lake.ts";
import type { Services } from "./services.ts";
import { and, eq, gt, inArray, isNull, lte } from "./store/drizzle.ts";
import type { Db } from "./store/store.ts";

/** Looks again until it could clean up. `stop` ends that. */
export type Recovery = { stop(): void };

/**
 * Clears away what a process that died left in the lake: uploads, parts and exports that no row names. Before anything is
 * served, if nobody else is at work on this database; else as soon as nobody is.
 */
export async function recover(services: Services): Promise<Recovery> {
  if (await cleanUp(services)) return { stop: () => {} };
  const timer = setInterval(() => {
    cleanUp(services).then(
      (isClean) => isClean && clearInterval(timer),
      (error) => services.log.warn({ error }, "what a dead process left could not be cleared away"),
    );
  }, services.config.publishLeaseMs).unref();
  return { stop: () => clearInterval(timer) };
}

/** False when somebody may be at work: then nothing was touched. */
async function cleanUp({ store, clock, lake, log, config }: Services): Promise<boolean> {
  return store.transaction(async (tx) => {
    const { datasets, publishes, parts, idempotency } = tx.t;
    // Locked, so that no publish begins or commits while files are held against what the rows name.
    await tx.lock(tx.select({ slug: datasets.slug }).from(datasets));
    const now = clock();
    // An embedded database has one process: whatever it finds at its start is a dead one's.
    await tx.delete(publishes).where(store.dialect === "sqlite" ? undefined : lte(publishes.leaseUntil, now));
    // Whoever makes a call again that died with its process need not wait until the claim on it ends.
    if (store.dialect === "sqlite") await tx.delete(idempotency).where(isNull(idempotency.status));
    if (store.dialect === "postgres" && (await othersWork(tx, now))) return false;
    const { removed } = await lake.sweep({
      parts: new Set((await tx.select({ sha256: parts.sha256 }).from(parts)).map(({ sha256 }) => sha256)),
      exports: new Set(await exportsIn(tx, ["queued", "running", "ready"])),
      jobs: new Set(await exportsIn(tx, ["queued", "running"])),
      uploads: await filesOfUploads(tx, lake),
      // Parts are sent without a lease: where there are other processes, one may be on its way.
      uploadsIdleMs: store.dialect === "sqlite" ? 0 : config.uploadStallMs * 2,
    });
    if (removed > 0) log.info({ removed }, "cleared away what a dead process left");
    return true;
  });
}

async function othersWork(tx: Db, now: Date): Promise<boolean> {
  const { publishes, exports } = tx.t;
  const [publish] = await tx.select({ id: publishes.id }).from(publishes).limit(1);
  const [job] = await tx
    .select({ id: exports.id })
    .from(exports)
    .where(and(eq(exports.status, "running"), gt(exports.leaseUntil, now)))
    .limit(1);
  return publish !== undefined || job !== undefined;
}

async function filesOfUploads(tx: Db, lake: Lake): Promise<Map<string, Set<string>>> {
  const { uploads, uploadParts } = tx.t;
  const files = new Map((await tx.select({ id: uploads.id }).from(uploads)).map(({ id }) => [id, new Set<string>()]));
  for (const { upload, number, sha256 } of await tx.select().from(uploadParts))
    files.get(upload)?.add(basename(lake.uploadPart(upload, number, sha256)));
  return files;
}

async function exportsIn(tx: Db, statuses: string[]): Promise<string[]> {
  const { exports } = tx.t;
  const rows = await tx.select({ id: exports.id }).from(exports).where(inArray(exports.status, statuses));
  return rows.map(({ id }) => id);
}
