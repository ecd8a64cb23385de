import { idForm } from "../http/wire.ts";
import { and, asc, desc, eq, gt, lt, max, min, sql } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";

export type TermsRow = Db["t"]["terms"]["$inferSelect"];
export type AcceptanceRow = Db["t"]["acceptances"]["$inferSelect"];

export async function insertTerms(tx: Db, row: TermsRow): Promise<void> {
  await tx.insert(tx.t.terms).values(row);
}

export async function newestTerms(db: Db, dataset: string): Promise<TermsRow | undefined> {
  const { terms } = db.t;
  const newest = db.select().from(terms).where(eq(terms.dataset, dataset)).orderBy(desc(terms.version));
  const [row] = await newest.limit(1);
  return row;
}

export async function findTerms(db: Db, dataset: string, version: number): Promise<TermsRow | undefined> {
  const { terms } = db.t;
  const [row] = await db
    .select()
    .from(terms)
    .where(and(eq(terms.dataset, dataset), eq(terms.version, version)));
  return row;
}

/** Without their texts, newest first, each with a partner's acceptance. */
export function selectTerms(
  db: Db,
  { dataset, partnerId }: { dataset: string; partnerId: string | null },
  before: number | undefined,
  limit: number,
) {
  const { terms, acceptances } = db.t;
  const { version, url, sha256, requiredFrom, createdAt } = terms;
  const itsAcceptance = and(
    eq(acceptances.dataset, terms.dataset),
    eq(acceptances.version, terms.version),
    // Of an operator there is none, and no partner has an empty id.
    eq(acceptances.partnerId, partnerId ?? ""),
  );
  return db
    .select({
      terms: { dataset: terms.dataset, version, url, sha256, requiredFrom, createdAt },
      acceptance: acceptances,
    })
    .from(terms)
    .leftJoin(acceptances, itsAcceptance)
    .where(and(eq(terms.dataset, dataset), before === undefined ? undefined : lt(version, before)))
    .orderBy(desc(version))
    .limit(limit);
}

/** undefined when the partner has accepted this version before. */
export async function insertAcceptance(tx: Db, row: AcceptanceRow): Promise<AcceptanceRow | undefined> {
  const [inserted] = await tx.insert(tx.t.acceptances).values(row).onConflictDoNothing().returning();
  return inserted;
}

export async function findAcceptance(
  db: Db,
  { partnerId, dataset, version }: Pick<AcceptanceRow, "partnerId" | "dataset" | "version">,
): Promise<AcceptanceRow | undefined> {
  const { acceptances } = db.t;
  const [row] = await db
    .select()
    .from(acceptances)
    .where(
      and(eq(acceptances.partnerId, partnerId), eq(acceptances.dataset, dataset), eq(acceptances.version, version)),
    );
  return row;
}

/** Oldest first. */
export async function selectAcceptances(
  db: Db,
  { dataset, partnerId }: { dataset: string; partnerId: string | undefined },
  after: string | undefined,
  limit: number,
): Promise<AcceptanceRow[]> {
  const { acceptances } = db.t;
  if (partnerId !== undefined && !idForm.test(partnerId)) return [];
  return db
    .select()
    .from(acceptances)
    .where(
      and(
        eq(acceptances.dataset, dataset),
        partnerId === undefined ? undefined : eq(acceptances.partnerId, partnerId),
        after === undefined ? undefined : gt(acceptances.id, after),
      ),
    )
    .orderBy(asc(acceptances.id))
    .limit(limit);
}

/** Terms newer than all that a partner has accepted of a dataset. */
export type OpenTerms = { version: number /** From then on they are needed. */; requiredFrom: Date };

/** undefined where nothing is left to accept. Whoever accepts a version needs no older one. */
export async function openTerms(db: Db, dataset: string, partnerId: string): Promise<OpenTerms | undefined> {
  const { terms, acceptances } = db.t;
  const accepted = db
    .select({ version: sql`coalesce(${max(acceptances.version)}, 0)` })
    .from(acceptances)
    .where(and(eq(acceptances.partnerId, partnerId), eq(acceptances.dataset, dataset)));
  const [row] = await db
    .select({ version: max(terms.version), requiredFrom: min(terms.requiredFrom) })
    .from(terms)
    .where(and(eq(terms.dataset, dataset), gt(terms.version, sql`(${accepted})`)));
  if (!row || row.version === null || row.requiredFrom === null) return undefined;
  return { version: row.version, requiredFrom: row.requiredFrom };
}
