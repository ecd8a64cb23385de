import { hash } from "node:crypto";
import { keyMode } from "@wizdata/shared";
import type { Clock } from "../clock.ts";
import type { Secrets } from "../secrets.ts";
import { eq, inArray } from "../store/drizzle.ts";
import type { Db, Store } from "../store/store.ts";
import { permits, type Range, rangesOf } from "./addresses.ts";
import type { Guesses } from "./guesses.ts";
import type { RightsMemory } from "./rights-memory.ts";

const cachedMax = 20_000;

/** Who a key speaks for, with the ends of its life, which are compared with the clock on every request. */
export type Principal = {
  keyId: string;
  lineageId: string;
  /** null for an operator. */
  partnerId: string | null;
  partnerStatus: string | null;
  mode: string;
  scopes: ReadonlySet<string>;
  /** What its lineage and its partner allow: both must. */
  allowlists: { own: readonly Range[] | null; partner: readonly Range[] | null };
  caps: { perMinute: number | null; perDay: number | null; perMonth: number | null };
  endsAtMs: number;
};

export type Principals = {
  /** The living principal of a presented key, if it may be used from there; undefined whatever the reason it is not valid. */
  find(key: string, address: string): Promise<Principal | undefined>;
};

/** Remembers who presented which key. */
export function createPrincipals(
  store: Store,
  secrets: Secrets,
  clock: Clock,
  rights: RightsMemory,
  guesses: Guesses,
): Principals {
  const known = rights.open<Principal>(cachedMax);

  return {
    async find(key, address) {
      if (!keyMode(key)) return undefined;
      // A fast hash is enough for a lookup: what is stored is the peppered one, computed on a miss only.
      const digest = hash("sha256", key);
      const read = () => readPrincipal(store.db, secrets, key);
      const principal = known.recall(digest) ?? (await known.learn(digest, () => guesses.count(address, read)));
      if (!principal) return undefined;
      if (clock().getTime() < principal.endsAtMs && isAllowedFrom(principal, address)) return principal;
      // Looked up and counted as one that nobody has: neither the answer nor its time tells that this one exists.
      return guesses.count(address, async () => void (await read()));
    },
  };
}

const isAllowedFrom = ({ allowlists: { own, partner } }: Principal, address: string) =>
  permits(own, address) && permits(partner, address);

async function readPrincipal(db: Db, secrets: Secrets, key: string): Promise<Principal | undefined> {
  const { keys, lineages, partners } = db.t;
  const hashes = secrets.hashKey(key).map(({ hash }) => hash);
  const [row] = await db
    .select()
    .from(keys)
    .innerJoin(lineages, eq(lineages.id, keys.lineageId))
    .leftJoin(partners, eq(partners.id, keys.partnerId))
    .where(inArray(keys.hash, hashes))
    .limit(1);
  if (!row || row.keys.revokedAt) return undefined;
  const ends = [row.keys.expiresAt, row.keys.retiresAt].flatMap((end) => (end ? [end.getTime()] : []));
  return {
    keyId: row.keys.id,
    lineageId: row.lineages.id,
    partnerId: row.keys.partnerId,
    partnerStatus: row.partners?.status ?? null,
    mode: row.lineages.mode,
    scopes: new Set(row.lineages.scopes),
    allowlists: { own: rangesOf(row.lineages.allowlist), partner: rangesOf(row.partners?.allowlist) },
    caps: {
      perMinute: row.lineages.capPerMinute,
      perDay: row.lineages.capPerDay,
      perMonth: row.lineages.capPerMonth,
    },
    endsAtMs: Math.min(...ends, Number.POSITIVE_INFINITY),
  };
}
