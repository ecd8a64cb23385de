import { change } from "../changes.ts";
import { scopeNames } from "../scopes.ts";
import type { Services } from "../services.ts";
import { inArray, isNull } from "../store/drizzle.ts";
import { keyRow, mintKey } from "./mint.ts";
import { insertKey, insertLineage } from "./queries.ts";
import { toKey } from "./wire.ts";

/** Makes the operator's first key, or takes in the configured one. Returns a secret only when one was made: it is shown this once. */
export async function ensureOperatorKey(services: Services): Promise<string | undefined> {
  const { store, clock, newId, secrets, config } = services;
  const given = config.operatorKey;
  const { keys } = store.db.t;
  const [known] =
    given === undefined
      ? await store.db.select({ id: keys.id }).from(keys).where(isNull(keys.partnerId)).limit(1)
      : await store.db
          .select({ id: keys.id })
          .from(keys)
          .where(
            inArray(
              keys.hash,
              secrets.hashKey(given).map(({ hash }) => hash),
            ),
          );
  if (known) return undefined;

  const lineage = {
    id: newId("lin"),
    partnerId: null,
    name: given === undefined ? "first operator" : "configured operator",
    mode: "admin",
    scopes: [...scopeNames],
    allowlist: null,
    capPerMinute: null,
    capPerDay: null,
    capPerMonth: null,
    createdAt: clock(),
  };
  const owner = { lineageId: lineage.id, partnerId: null, expiresAt: null };
  const { secret, key } =
    given === undefined ? mintKey(services, "admin", owner) : { secret: given, key: keyRow(services, given, owner) };
  await change(services, { requestId: "start", principal: { keyId: "system" } }, async (tx) => {
    await insertLineage(tx, lineage);
    await insertKey(tx, key);
    return {
      result: undefined,
      action: "key.created",
      target: key.id,
      partnerId: null,
      after: toKey(services, { key, lineage }),
    };
  });
  return given === undefined ? secret : undefined;
}
