import type { Key, Partner, Subscription } from "@wizdata/sdk";
import { expect, test } from "vitest";
import { Failure } from "../failures.ts";
import type { CurrentPartner } from "./current.ts";
import { readDeclaration } from "./document.ts";
import { planOf } from "./plan.ts";

const email = "data@baobab.example";
const file = `
partners:
  - email: ${email}
    company: Baobab
    monthly_spending_limit: 5000.50
    keys:
      - { name: nightly, caps: { per_minute: 60 } }
    subscriptions:
      - { dataset: nse-kenya, tier: premium }
`;

const partner = {
  id: "par_1",
  email,
  company: "Baobab",
  industry: null,
  country: null,
  plan: "free",
  billing_currency: "ZAR",
  monthly_spending_limit: { amount: 500_050, currency: "ZAR" },
} as Partner;
const caps = { per_minute: 60, per_day: null, per_month: null };
const key = { id: "key_1", name: "nightly", status: "active", scopes: ["data:read"], caps } as Key;
const subscription = {
  id: "sub_1",
  dataset: "nse-kenya",
  tier: "premium",
  billing: "monthly",
  status: "active",
  pending_change: null,
  cancels_at: null,
} as Subscription;
const settled: CurrentPartner = { partner, keys: [key], subscriptions: [subscription] };

function plan(current: CurrentPartner | undefined, { text = file, prune = false } = {}) {
  const { steps, kept, unchanged } = planOf(readDeclaration(text, "partners.yaml"), [current], {
    prune,
    keysFile: undefined,
  });
  return { steps: steps.map(({ action, what }) => `${action.verb} ${action.kind} ${what}`), kept, unchanged };
}

test("a partner that is not there is created with its rights first and its keys last", () => {
  expect(plan(undefined).steps).toEqual([
    "create partner Baobab",
    "create subscription nse-kenya premium monthly",
    "create key nightly",
  ]);
});

test("what is as the file says is not touched", () => {
  expect(plan(settled)).toEqual({ steps: [], kept: [], unchanged: [email] });
});

test("only what differs is changed, and money keeps its last digit", () => {
  expect(plan({ ...settled, partner: { ...partner, monthly_spending_limit: null } }).steps).toEqual([
    "change partner Baobab",
  ]);
  const [step] = planOf(
    readDeclaration(file, "f"),
    [{ ...settled, partner: { ...partner, monthly_spending_limit: null } }],
    {
      prune: false,
      keysFile: undefined,
    },
  ).steps;
  expect(step?.fields).toEqual([
    { field: "monthly_spending_limit", before: null, after: { amount: 500_050, currency: "ZAR" } },
  ]);
});

test.each([
  ["an end that is ordered is withdrawn", { cancels_at: "2030-01-01T00:00:00Z" }, ["resume subscription nse-kenya"]],
  ["another tier is changed", { tier: "basic" }, ["change subscription nse-kenya"]],
  [
    "a change that is ordered counts as done",
    { tier: "basic", pending_change: { tier: "premium", billing: "monthly" } },
    [],
  ],
  ["one that ended is made anew", { status: "canceled" }, ["create subscription nse-kenya premium monthly"]],
])("of a subscription, %s", (_, differs, steps) => {
  // Only the members that the plan looks at.
  expect(plan({ ...settled, subscriptions: [{ ...subscription, ...differs } as Subscription] }).steps).toEqual(steps);
});

test("what the file does not name stays, unless it is to be pruned; what it does not speak of is never touched", () => {
  const more = { ...settled, keys: [key, { ...key, id: "key_2", name: "old" }] };
  expect(plan(more)).toMatchObject({ steps: [], kept: [{ kind: "key", what: "old", id: "key_2" }] });
  expect(plan(more, { prune: true }).steps).toEqual(["remove key old"]);
  const silent = `partners: [{ email: ${email}, company: Baobab }]`;
  expect(plan(more, { text: silent, prune: true }).steps).toEqual([]);
});

test("of a key, what can be changed is changed, and what is fixed is refused with its reason", () => {
  expect(plan({ ...settled, keys: [{ ...key, caps: { ...caps, per_minute: 1 } }] }).steps).toEqual([
    "change key nightly",
  ]);
  expect(plan({ ...settled, keys: [{ ...key, caps: { ...caps, per_day: 9 } }] }).steps).toEqual([]);
  const fixed = file.replace("name: nightly", "name: nightly, mode: test");
  expect(plan({ ...settled, keys: [{ ...key, mode: "live" }] }, { text: fixed }).steps).toEqual(["refuse key nightly"]);
});

test.each([
  ["partners:\n  - emial: a@b.example\n    company: X\n", "2:5", "perhaps email was meant"],
  ["partners:\n  - email: a@b.example\n    company: X\n    plan: gold\n", "4:5", "must be one of free"],
  ["partners:\n  - email: a@b.example\n   company: X\n", "3:1", ""],
  ["partners:\n  - email: a@b.example\n    company: X\n    company: Y\n", "4:5", "unique"],
  [
    "partners:\n  - { email: a@b.example, company: X }\n  - { email: A@b.example, company: Y }\n",
    "3:7",
    "earlier entry",
  ],
  ["partners:\n  - { email: a@b.example, company: X, monthly_spending_limit: 1.005 }\n", "2:39", "not an amount"],
  [
    "partners:\n  - email: a@b.example\n    company: X\n    keys: [{ name: k, expires_at: soon }]\n",
    "4:23",
    "must be a date",
  ],
  ["partners:\n  - email: !!js/function a\n    company: X\n", "2:12", "tag"],
  ["company: X\n", "1:1", "is not known"],
])("a fault is named with its line and column: %j", (text, at, message) => {
  let failure: unknown;
  try {
    readDeclaration(text, "p.yaml");
  } catch (error) {
    failure = error;
  }
  expect(failure).toBeInstanceOf(Failure);
  const { errors } = (failure as Failure).details as { errors: { path: string; message: string }[] };
  expect(errors).toContainEqual(
    expect.objectContaining({ path: `p.yaml:${at}`, message: expect.stringContaining(message) }),
  );
});

test("aliases that would grow without end are refused", () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\n`;
  expect(() => readDeclaration(bomb, "p.yaml")).toThrow();
});
