import assert from "node:assert/strict";
import type { Stored } from "../../scripts/proving/stored.ts";
import type { Readers } from "./readers.ts";
import { emailOf, type Writers } from "./writers.ts";

export type Joined = { received: number; partly: number; surplus: number; inFlight: number; free: number };

/** Holds what clients wrote down against what is stored. */
export function compare(stored: Stored, readers: Readers, writers: Writers): Joined {
  const missing = [...readers.receipts.keys()].filter((receipt) => !stored.events.has(receipt));
  assert.deepEqual(missing, [], "answers were received that nobody metered");
  const events = [...stored.events.values()];
  const reversals = events.filter(({ corrects }) => corrects !== null);
  const taken = new Set(reversals.map(({ corrects }) => corrects));
  assert.equal(taken.size, reversals.length, "an event was taken back twice");
  for (const { outcome } of reversals) assert.equal(outcome, "interrupted");
  const surplus = events.filter(({ id, corrects }) => corrects === null && !readers.receipts.has(id));
  assert.ok(
    surplus.length <= readers.inFlight,
    `${surplus.length} events of answers that nobody received, and only ${readers.inFlight} calls were under way`,
  );
  const charged = surplus.filter(({ id }) => !taken.has(id)).map(({ id }) => id);
  assert.deepEqual(charged, [], "answers that nobody received are charged");
  const units = events.reduce((sum, event) => sum + event.units, 0);
  assert.ok(units <= readers.received, `${units} units are charged for ${readers.received} answers`);
  compareWrites(stored, writers);
  const free = readers.received - units;
  return {
    received: readers.received,
    partly: readers.partly,
    surplus: surplus.length,
    inFlight: readers.inFlight,
    free,
  };
}

/** Each partner that was asked for is there once, with one key and one audit entry for each. */
function compareWrites({ partners, keys, audit }: Stored, writers: Writers): void {
  assert.equal(writers.partners.size, writers.names.length, "not every call was made again until it succeeded");
  for (const name of writers.names) {
    const email = emailOf(name);
    const told = writers.partners.get(email);
    const ids = partners.filter((partner) => partner.email === email).map(({ id }) => id);
    assert.deepEqual(ids, [told?.id], `${email} was made once, with the id that was told`);
    const ownKeys = keys.filter(({ partnerId }) => partnerId === told?.id).map(({ id }) => id);
    assert.deepEqual(ownKeys, [told?.keyId], `${email} has the one key that was told`);
  }
  const made = (action: string) => audit.filter((entry) => entry.action === action).length;
  assert.equal(made("partner.created"), partners.length, "each partner has its one audit entry");
}
