import fc from "fast-check";
import { expect, test } from "vitest";
import { countersOf, decide } from "./decide.ts";
import type { Member } from "./meter.ts";
import type { Contract, Credential } from "./rights.ts";
import { rollUp } from "./rollups.ts";
import { isSubject, type Subject, subjectOf } from "./subject.ts";
import { type Counter, type Counts, counterKey } from "./windows.ts";

const nowMs = Date.parse("2026-03-10T09:30:00Z");

const credentialOf = (given: Partial<Credential> = {}): Credential => ({
  keyId: "key_1",
  revokedAtMs: null,
  expiresAtMs: null,
  retiresAtMs: null,
  lineageId: "lin_1",
  mode: "live",
  capPerDay: null,
  capPerMonth: null,
  partnerId: "par_1",
  partnerStatus: "active",
  plan: "enterprise",
  timeZone: "Africa/Johannesburg",
  timeZoneNext: null,
  timeZoneChangesAtMs: null,
  spendingLimit: null,
  billingCurrency: "ZAR",
  ...given,
});
const contractOf = (given: Partial<Contract> = {}): Contract => ({
  subscriptionId: "sub_1",
  partnerId: "par_1",
  dataset: "d",
  status: "active",
  billing: "monthly",
  currency: "ZAR",
  pricePerCall: 0,
  pricePer1000Rows: 0,
  priceVersion: 1,
  anchorDate: "2026-03-01",
  perDay: 1_000,
  perMonth: 10_000,
  cancelsAtMs: null,
  changesAtMs: null,
  nextBilling: null,
  nextPricePerCall: null,
  nextPricePer1000Rows: null,
  nextAnchorDate: null,
  nextPerDay: null,
  nextPerMonth: null,
  overrideEndsAtMs: null,
  overridePerDay: null,
  overridePerMonth: null,
  ...given,
});
const memberOf = (given: Partial<Member> = {}): Member => ({
  eventId: "use_1",
  requestId: "req_1",
  partnerId: "par_1",
  lineageId: "lin_1",
  keyId: "key_1",
  subscriptionId: "sub_1",
  dataset: "d",
  version: 1,
  operation: "query",
  status: 200,
  rows: 0,
  bytes: 0,
  units: 1,
  asked: "",
  minutes: "",
  call: null,
  ...given,
});
function subjectFrom(credential: Partial<Credential> = {}, contract: Partial<Contract> = {}): Subject {
  const subject = subjectOf(credentialOf(credential), contractOf(contract), nowMs);
  if (!isSubject(subject)) throw new Error(subject.code);
  return subject;
}
const decideFor = (subject: Subject, members: readonly Member[], standing: ReadonlyMap<string, Counts> = new Map()) =>
  decide(
    members,
    members.map(() => subject),
    { counters: standing, calls: new Map() },
    nowMs,
  );
const standingAt = (subject: Subject, counts: (name: string) => Counts) =>
  new Map(countersOf(subject).map((window) => [counterKey(window), counts(window.name)]));
const sumOf = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const units = fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 40 });
const counts = fc.record({ used: fc.nat({ max: 60 }), held: fc.nat({ max: 30 }) });
const limit = fc.nat({ max: 100 });

test("whatever is asked: no limit is passed, and who is refused did not fit when its turn came", () => {
  fc.assert(
    fc.property(
      units,
      counts,
      limit,
      limit,
      fc.option(limit, { nil: null }),
      (asked, standing, perDay, perMonth, capPerDay) => {
        const subject = subjectFrom({ capPerDay }, { perDay, perMonth });
        const tightest = Math.min(perDay, perMonth, capPerDay ?? Number.POSITIVE_INFINITY);
        const { outcomes } = decideFor(
          subject,
          asked.map((units) => memberOf({ units })),
          standingAt(subject, () => standing),
        );
        let used = standing.used;
        outcomes.forEach(({ refusal }, at) => {
          const units = asked[at] ?? 0;
          const fits = units === 0 || used + standing.held + units <= tightest;
          expect(refusal === undefined).toBe(fits);
          if (fits) used += units;
        });
      },
    ),
  );
});

test("calls of 1 to 7 units to several datasets and by several keys share the plan's day: none passes it, none that fits is refused", () => {
  const datasets = ["d0", "d1", "d2"];
  const asked = fc.array(
    fc.record({
      dataset: fc.nat({ max: 2 }),
      key: fc.nat({ max: 1 }),
      units: fc.integer({ min: 1, max: 7 }),
    }),
    { maxLength: 120 },
  );
  const perDays = fc.tuple(limit, limit, limit);
  fc.assert(
    fc.property(asked, perDays, fc.nat({ max: 100 }), (asked, perDays, left) => {
      // The smallest plan has 1 000 units a day.
      const standing = new Map([["plan:par_1 day 2026-03-10", { used: 1_000 - left, held: 0 }]]);
      const subjects = asked.map(({ dataset, key }) =>
        subjectFrom(
          { plan: "free", keyId: `key_${key}`, lineageId: `lin_${key}` },
          { dataset: datasets[dataset] ?? "", subscriptionId: `sub_${dataset}`, perDay: perDays[dataset] ?? 0 },
        ),
      );
      const members = asked.map(({ units }, at) => memberOf({ eventId: `use_${at}`, units }));
      const { outcomes } = decide(members, subjects, { counters: standing, calls: new Map() }, nowMs);
      const granted = [0, 0, 0];
      outcomes.forEach(({ refusal }, at) => {
        const { dataset, units } = asked[at] ?? { dataset: 0, units: 0 };
        const own = granted[dataset] ?? 0;
        const fits = sumOf(granted) + units <= left && own + units <= (perDays[dataset] ?? 0);
        expect(refusal === undefined).toBe(fits);
        if (fits) granted[dataset] = own + units;
      });
    }),
  );
});

test("an operator's limits stand in place of the tier's until their instant, under whatever deal is in force", () => {
  const both = { perDay: 10, perMonth: 20, overridePerDay: 5, overrideEndsAtMs: nowMs + 1 };
  const limitsOf = (contract: Partial<Contract>) => {
    const { windows } = subjectFrom({}, contract);
    return windows.filter(({ name }) => name.startsWith("license-")).map((window) => window.limit);
  };
  expect(limitsOf(both)).toEqual([5, 20]);
  expect(limitsOf({ ...both, overridePerMonth: 2_000 })).toEqual([5, 2_000]);
  expect(limitsOf({ ...both, overrideEndsAtMs: nowMs })).toEqual([10, 20]);
  expect(limitsOf({ ...both, changesAtMs: nowMs, nextPerDay: 30, nextPerMonth: 40 })).toEqual([5, 40]);
});

test("what is added to counters is what was admitted, and events and rollups say the same", () => {
  fc.assert(
    fc.property(
      units,
      fc.array(fc.nat({ max: 5_000 }), { minLength: 40, maxLength: 40 }),
      limit,
      (asked, rows, perDay) => {
        const subject = subjectFrom({}, { perDay, billing: "payg", pricePerCall: 3, pricePer1000Rows: 11 });
        const members = asked.map((units, at) =>
          memberOf({ eventId: `use_${at}`, units, rows: units === 0 ? 0 : (rows[at] ?? 0) }),
        );
        const { outcomes, events, counters } = decideFor(subject, members);
        const { rollups, months } = rollUp(events);
        const admitted = members.filter((_, at) => outcomes[at]?.refusal === undefined);
        expect(events.map(({ id }) => id)).toEqual(admitted.map(({ eventId }) => eventId));
        const admittedUnits = sumOf(admitted.map(({ units }) => units));
        const amountMillis = sumOf(admitted.map(({ units, rows }) => (units === 0 ? 0 : 3_000 + 11 * rows)));
        const taken = Object.fromEntries(
          counters.map(({ owner, window, used, held }) => [`${owner} ${window}`, used + held]),
        );
        expect(taken).toEqual(
          admittedUnits === 0
            ? {}
            : {
                "license:par_1:d day": admittedUnits,
                "license:par_1:d month": admittedUnits,
                "plan:par_1 day": admittedUnits,
                "spend:par_1 month": amountMillis,
              },
        );
        expect(sumOf(rollups.map(({ calls }) => calls))).toBe(admitted.length);
        expect(sumOf(rollups.map((rollup) => rollup.amountMillis))).toBe(amountMillis);
        expect(sumOf(months.map((month) => month.amountMillis))).toBe(amountMillis);
        expect(sumOf(events.map((event) => event.amountMillis))).toBe(amountMillis);
      },
    ),
  );
});

test("a spending limit is never passed, and an answer that just reaches it leaves", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 900 }), { maxLength: 30 }),
      fc.nat({ max: 40 }),
      counts,
      (rows, spendingLimit, standing) => {
        const subject = subjectFrom({ spendingLimit }, { billing: "payg", pricePerCall: 1, pricePer1000Rows: 7 });
        const millis = { used: standing.used * 100, held: standing.held * 100 };
        const { outcomes } = decideFor(
          subject,
          rows.map((rows) => memberOf({ rows })),
          standingAt(subject, (name) => (name === "spending-month" ? millis : { used: 0, held: 0 })),
        );
        let spent = millis.used + millis.held;
        outcomes.forEach(({ refusal }, at) => {
          const amount = 1_000 + 7 * (rows[at] ?? 0);
          expect(refusal?.code).toBe(spent + amount <= spendingLimit * 1_000 ? undefined : "spending_limit_reached");
          if (!refusal) spent += amount;
        });
      },
    ),
  );
});

test("money of another currency is not held against a limit in the billing currency", () => {
  const subject = subjectFrom({ spendingLimit: 0 }, { billing: "payg", pricePerCall: 5, currency: "USD" });
  const { outcomes, events } = decideFor(subject, [memberOf()]);
  expect(outcomes[0]?.refusal).toBeUndefined();
  expect(events[0]?.amountMillis).toBe(5_000);
});

test("partners in one group do not touch each other's counters", () => {
  const mine = subjectFrom({}, { perDay: 1 });
  const theirs = subjectFrom(
    { partnerId: "par_2", keyId: "key_2", lineageId: "lin_2" },
    { partnerId: "par_2", subscriptionId: "sub_2", perDay: 1 },
  );
  const members = [memberOf(), memberOf({ keyId: "key_2", subscriptionId: "sub_2" }), memberOf()];
  const standing = { counters: new Map(), calls: new Map() };
  const { outcomes, counters, events } = decide(members, [mine, theirs, mine], standing, nowMs);
  expect(outcomes.map(({ refusal }) => refusal?.code)).toEqual([undefined, undefined, "quota_exceeded"]);
  expect(new Set(counters.map(({ owner }: Counter) => owner))).toEqual(
    new Set(["license:par_1:d", "plan:par_1", "license:par_2:d", "plan:par_2"]),
  );
  expect(rollUp(events).rollups.map(({ partnerId, calls }) => [partnerId, calls])).toEqual([
    ["par_1", 1],
    ["par_2", 1],
  ]);
});

test.each([
  ["a key that is revoked", { revokedAtMs: nowMs + 1 }, {}, "unauthenticated"],
  ["a key that expires this instant", { expiresAtMs: nowMs }, {}, "unauthenticated"],
  ["a key whose overlap ends this instant", { retiresAtMs: nowMs }, {}, "unauthenticated"],
  ["a suspended partner", { partnerStatus: "suspended" }, {}, "partner_suspended"],
  ["a canceled subscription", {}, { status: "canceled" }, "subscription_required"],
  ["somebody else's subscription", {}, { partnerId: "par_2" }, "subscription_required"],
])("%s gives no right", (_what, credential, contract, code) => {
  expect(subjectOf(credentialOf(credential), contractOf(contract), nowMs)).toMatchObject({ code });
});

test.each(["trialing", "active", "past_due"])("a subscription that is %s gives a right", (status) => {
  expect(isSubject(subjectOf(credentialOf(), contractOf({ status }), nowMs))).toBe(true);
});

test("a key that ends in a millisecond still works", () => {
  expect(
    isSubject(subjectOf(credentialOf({ expiresAtMs: nowMs + 1, retiresAtMs: nowMs + 1 }), contractOf(), nowMs)),
  ).toBe(true);
});

test.each([
  ["monthly", "2026-02-28"],
  ["annual", "2026-01-31"],
  ["payg", "2026-03-01"],
])("usage under %s billing belongs to the period that began on %s", (billing, start) => {
  expect(subjectFrom({}, { billing, anchorDate: "2026-01-31", priceVersion: 3 }).segment).toBe(`${start}.3`);
});
