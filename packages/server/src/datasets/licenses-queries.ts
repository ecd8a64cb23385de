import { and, eq } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";

export type LicenseRow = Db["t"]["licenses"]["$inferSelect"];

export async function insertLicenses(tx: Db, licenses: LicenseRow[]): Promise<void> {
  await tx.insert(tx.t.licenses).values(licenses);
}

export async function selectLicenses(db: Db, dataset: string): Promise<LicenseRow[]> {
  return db.select().from(db.t.licenses).where(eq(db.t.licenses.dataset, dataset));
}

/** Whether a tier sees less than all of it: then what the catalog tells everybody must not name its rows. */
export const isLimited = async (db: Db, dataset: string): Promise<boolean> =>
  (await selectLicenses(db, dataset)).some(({ policy }) => policy !== null);

export async function findLicense(db: Db, dataset: string, tier: string): Promise<LicenseRow | undefined> {
  const { licenses } = db.t;
  const [row] = await db
    .select()
    .from(licenses)
    .where(and(eq(licenses.dataset, dataset), eq(licenses.tier, tier)));
  return row;
}

export async function updateLicense(tx: Db, { dataset, tier, ...terms }: LicenseRow): Promise<void> {
  const { licenses } = tx.t;
  await tx
    .update(licenses)
    .set(terms)
    .where(and(eq(licenses.dataset, dataset), eq(licenses.tier, tier)));
}
