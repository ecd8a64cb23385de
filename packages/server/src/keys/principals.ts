import { hash } from "node:crypto";
import { keyMode } from "@wizdata/shared";
import { eq, inArray } from "drizzle-orm";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Secrets } from "../secrets.ts";
import type { Db, Store } from "../store/store.ts";

const cachedMax = 20_000;
const staleMs = 5_000;
const pollMs = 1_000;

/** Who a key speaks for, with the ends of its life, which are compared with the clock on every request. */
export type Principal = {
  keyId: string;
  lineageId: string;
  /** null for an operator. */
  partnerId: string | null;
  partnerStatus: string | null;
  mode: string;
  scopes: ReadonlySet<string>;
  allowlist: readonly string[] | null;
  endsAtMs: number;
};

export type Principals = {
  /** The living principal of a presented key; undefined whatever the reason it is not valid. */
  find(key: string): Promise<Principal | undefined>;
  /** Forgets everything remembered, after a change of rights. */
  drop(): void;
  close(): void;
};

/** Remembers who presented which key. With several processes, what others change is noticed within a second by the epoch row. */
export function createPrincipals(store: Store, secrets: Secrets, clock: Clock, log: Logger): Principals {
  const cache = new Map<string, Principal>();
  const watch = store.dialect === "postgres" ? watchEpoch(store, log, () => cache.clear()) : undefined;
  let drops = 0;

  return {
    async find(key) {
      if (!keyMode(key)) return undefined;
      // A fast hash is enough for a lookup: what is stored is the peppered one, computed on a miss only.
      const digest = hash("sha256", key);
      let principal = watch?.isStale() ? undefined : cache.get(digest);
      if (!principal) {
        const before = drops;
        principal = await readPrincipal(store.db, secrets, key);
        if (!principal) return undefined;
        // What was read before a change must not be remembered after it.
        if (before === drops) remember(cache, digest, principal);
      }
      return clock().getTime() < principal.endsAtMs ? principal : undefined;
    },
    drop() {
      drops += 1;
      cache.clear();
    },
    close: () => watch?.close(),
  };
}

function remember(cache: Map<string, Principal>, digest: string, principal: Principal): void {
  const [oldest] = cache.keys();
  if (cache.size >= cachedMax && oldest !== undefined) cache.delete(oldest);
  cache.set(digest, principal);
}

async function readPrincipal(db: Db, secrets: Secrets, key: string): Promise<Principal | undefined> {
  const { keys, lineages, partners } = db.t;
  const hashes = secrets.hashKey(key).map(({ hash }) => hash);
  const [row] = await db.select().from(keys)
    .innerJoin(lineages, eq(lineages.id, keys.lineageId))
    .leftJoin(partners, eq(partners.id, keys.partnerId))
    .where(inArray(keys.hash, hashes)).limit(1);
  if (!row || row.keys.revokedAt) return undefined;
  const ends = [row.keys.expiresAt, row.keys.retiresAt].flatMap((end) => (end ? [end.getTime()] : []));
  return {
    keyId: row.keys.id,
    lineageId: row.lineages.id,
    partnerId: row.keys.partnerId,
    partnerStatus: row.partners?.status ?? null,
    mode: row.lineages.mode,
    scopes: new Set(row.lineages.scopes),
    allowlist: row.lineages.allowlist,
    endsAtMs: Math.min(...ends, Number.POSITIVE_INFINITY),
  };
}

function watchEpoch(store: Store, log: Logger, onChange: () => void) {
  let seen: number | undefined;
  let polledAtMs = Number.NEGATIVE_INFINITY;
  const poll = async () => {
    const startedAtMs = performance.now();
    try {
      const [row] = await store.db.select().from(store.db.t.epochs);
      const value = row?.value ?? 0;
      if (value !== seen) onChange();
      seen = value;
      polledAtMs = startedAtMs;
    } catch (error) {
      log.warn({ error }, "the epoch of rights could not be read");
    }
  };
  void poll();
  const timer = setInterval(() => void poll(), pollMs).unref();
  return { isStale: () => performance.now() - polledAtMs > staleMs, close: () => clearInterval(timer) };
}
