import { createHash, generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type DayHead, eventText, type LedgerEvent } from "./ledger.ts";
import { dayText, partnerDayText } from "./ledger-day.ts";
import { sumByDate } from "./ledger-sums.ts";
import { type LedgerCrypto, type LedgerDocument, type LedgerKey, verifyLedger } from "./ledger-verify.ts";
import { MerkleTree } from "./merkle.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const crypto: LedgerCrypto = {
  sha256,
  isSignedBy(x, text, signature) {
    const key = { key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" } as const;
    return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64url"));
  },
};
const day = "2026-03-10";

function newKey(kid: string): LedgerKey & { privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return { kid, kty: "OKP", crv: "Ed25519", x: publicKey.export({ format: "jwk" }).x ?? "", privateKey };
}

const keys = [newKey("sig_0001"), newKey("sig_0002")];

const event = (partner_id: string, at: number): LedgerEvent => ({
  id: `use_${String(at).padStart(26, "0")}`,
  partner_id,
  subscription_id: "sub_1",
  lineage_id: "lin_1",
  key_id: "key_1",
  dataset: "prices",
  version: 1,
  operation: "query",
  outcome: "ok",
  status: 200,
  rows: 10 + at,
  bytes: 100,
  units: 1,
  amount_millis: 5,
  segment: "premium",
  local_date: at % 3 === 0 ? "2026-03-11" : day,
  local_hour: 11,
  request_id: `req_${at}`,
  asked: "limit=10",
  limits: "plan-day 1/10000",
  corrects: null,
  reason: null,
  at: `${day}T09:30:00.000Z`,
});

/** Some partners' day, signed, and the document of one of them. */
function signedDay(counts: readonly number[], whose: number, by = keys[0] ?? newKey("none")): LedgerDocument {
  const partners = counts.map((count, at) => {
    const partner_id = `par_${String.fromCharCode(97 + at)}`;
    const events = Array.from({ length: count }, (_, number) => event(partner_id, number));
    const tree = new MerkleTree(sha256);
    for (const one of events) tree.add(sha256(eventText(one)));
    return { partner_id, events, tree };
  });
  const top = new MerkleTree(sha256);
  for (const { partner_id, events, tree } of partners)
    top.add(sha256(partnerDayText({ day, partner_id, events: events.length, root: tree.root() })));
  const heads: DayHead[] = [["chn_a", 4, sha256("head")]];
  const total = counts.reduce((sum, count) => sum + count, 0);
  const summary = { root: top.root(), partners: counts.length, events: total, heads };
  const signature = sign(null, Buffer.from(dayText({ day, ...summary })), by.privateKey).toString("base64url");
  const { partner_id, events, tree } = partners[whose] ?? { partner_id: "", events: [], tree: new MerkleTree(sha256) };
  return {
    day,
    partner_id,
    signed: { ...summary, signature, key_id: by.kid },
    partner: { root: tree.root(), events: events.length, ...top.inclusion(whose) },
    data: events.map((one, at) => ({ event: one, proof: tree.inclusion(at) })),
  };
}

const counts = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 9 });

test("an honest document proves all of its events, under either key", () => {
  fc.assert(
    fc.property(counts, fc.nat(), fc.constantFrom(...keys), (sizes, some, key) => {
      const document = signedDay(sizes, some % sizes.length, key);
      const { faults, proven, isWhole } = verifyLedger(document, keys, crypto);
      expect({ faults, isWhole }).toEqual({ faults: [], isWhole: true });
      expect([...proven]).toEqual(document.data.map((one) => one.event.id));
      const half = { ...document, data: document.data.slice(1) };
      expect(verifyLedger(half, keys, crypto)).toMatchObject({ faults: [], isWhole: false });
    }),
    { numRuns: 50 },
  );
});

/** Every place in a value where something can be changed. */
function placesIn(value: unknown, way: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [[...way]];
  return Object.entries(value).flatMap(([name, one]) =>
    placesIn(one, [...way, Array.isArray(value) ? Number(name) : name]),
  );
}

function changedAt<T>(value: T, [name, ...rest]: readonly (string | number)[]): T {
  if (name === undefined) return changed(value) as T; // another value of the kind that is there
  const copy: Record<string | number, unknown> = Object.assign(Array.isArray(value) ? [] : {}, value);
  copy[name] = changedAt(copy[name], rest);
  return copy as T; // what it was copied from
}

function changed(value: unknown): unknown {
  if (value === null) return "";
  if (typeof value === "number") return value + 1;
  const text = String(value);
  return (text[0] === "A" ? "B" : "A") + text.slice(1);
}

test("whatever is changed in it is noticed, at any place", () => {
  const document = signedDay([3, 5, 2], 1);
  const places = placesIn(document);
  expect(places.length).toBeGreaterThan(120);
  for (const place of places) {
    const { faults, isWhole } = verifyLedger(changedAt(document, place), keys, crypto);
    expect({ place, found: faults.length > 0, isWhole }).toEqual({ place, found: true, isWhole: false });
  }
});

test("an event that is told twice, is another's, or has no proven day, is not counted", () => {
  const document = signedDay([3, 5], 1);
  const [first] = document.data;
  if (!first) throw new Error("There is an event.");
  const other = signedDay([3, 5], 0);
  for (const wrong of [
    { ...document, data: [...document.data, first] },
    { ...document, data: [...document.data, ...other.data.slice(0, 1)] },
    { ...document, partner: null },
  ])
    expect(verifyLedger(wrong, keys, crypto).faults).toHaveLength(1);
  expect(verifyLedger({ ...document, partner: null, data: [] }, keys, crypto)).toMatchObject({ faults: [] });
});

test("only a published key of the right kind counts", () => {
  const document = signedDay([2], 0);
  const [signer] = keys;
  for (const known of [[], keys.slice(1), [{ ...newKey("sig_0001") }], signer ? [{ ...signer, crv: "Ed448" }] : []])
    expect(verifyLedger(document, known, crypto)).toMatchObject({ faults: [expect.anything()], proven: new Set() });
});

test("sums are by local date, and a reversal takes its call back", () => {
  const [one, two] = [event("par_a", 1), event("par_a", 2)];
  const back = { ...one, id: "use_z", rows: -one.rows, bytes: -100, units: -1, amount_millis: -5, corrects: one.id };
  expect(sumByDate([one, two, event("par_a", 3), back])).toEqual(
    new Map([
      [day, { calls: 1, rows: 12, bytes: 100, units: 1, amount_millis: 5 }],
      ["2026-03-11", { calls: 1, rows: 13, bytes: 100, units: 1, amount_millis: 5 }],
    ]),
  );
  const huge = { ...one, bytes: Number.MAX_SAFE_INTEGER };
  expect(() => sumByDate([huge, huge])).toThrow(RangeError);
});
