import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { and, eq, gt, max, sql, sum } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";

/** The bytes of a partner's living exports. Those that share their files are counted once. */
async function bytesKept(db: Db, partnerId: string, now: Date): Promise<number> {
  const { exports } = db.t;
  const files = db
    .select({ bytes: max(exports.bytes).as("bytes") })
    .from(exports)
    .where(and(eq(exports.partnerId, partnerId), eq(exports.status, "ready"), gt(exports.expiresAt, now)))
    .groupBy(sql`coalesce(${exports.sameness}, ${exports.id})`)
    .as("files");
  const [found] = await db.select({ bytes: sum(files.bytes) }).from(files);
  return Number(found?.bytes ?? 0);
}

/** Throws where the partner's exports have all the room they may, with what to do. */
export async function refuseFull({ config }: Services, tx: Db, partnerId: string, now: Date): Promise<void> {
  const kept = await bytesKept(tx, partnerId, now);
  if (kept < config.exportBytesPerPartnerMax) return;
  throw new Problem("export_room_full", {
    detail: `The files of your exports have ${kept} bytes, of ${config.exportBytesPerPartnerMax} that they may have together. Delete exports that you have downloaded, or wait until one expires.`,
    next: ["wizdata exports list --status ready", "wizdata exports delete exp_01jcz3q8v4k2m6n8p0r2t4w6x8"],
  });
}

/** Why the files of a job that is done may not stay; undefined where they may. */
export async function tooLarge({ config }: Services, tx: Db, partnerId: string, bytes: number, now: Date) {
  const leftBytes = config.exportBytesPerPartnerMax - (await bytesKept(tx, partnerId, now));
  if (bytes <= leftBytes) return undefined;
  return `Its files have ${bytes} bytes, and the exports of the partner may have ${Math.max(0, leftBytes)} more. Delete exports that were downloaded, then create it again. Nothing was charged.`;
}
