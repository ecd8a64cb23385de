import type { Key, KeyChanges, NewKey, NewPartner, Partner, PartnerChanges, Subscription } from "@wizdata/sdk";
import type { CurrentPartner } from "./current.ts";
import { usualCurrency, type WantedKey, type WantedPartner, type WantedSubscription } from "./declaration.ts";
import type { KeysFile } from "./keys-file.ts";
import type { FieldChange, Kept, Plan, Step } from "./steps.ts";

type Options = { prune: boolean; keysFile: KeysFile | undefined };
type Part = { steps: Step[]; kept: Kept[] };

/** What has to be done so that what is there is what the file says, and what is there beyond it. */
export function planOf(
  wanted: readonly WantedPartner[],
  current: readonly (CurrentPartner | undefined)[],
  options: Options,
): Plan {
  const parts = wanted.map((partner, at) => ({ email: partner.email, ...planPartner(partner, current[at], options) }));
  return {
    steps: parts.flatMap(({ steps }) => steps),
    kept: parts.flatMap(({ kept }) => kept),
    unchanged: parts.filter(({ steps }) => steps.length === 0).map(({ email }) => email),
  };
}

/** Rights before keys: a new key should find what it is for. Removals come last. */
function planPartner(wanted: WantedPartner, current: CurrentPartner | undefined, options: Options): Part {
  const subscriptions = planSubscriptions(wanted, current?.subscriptions ?? [], options);
  const keys = planKeys(wanted, current?.keys ?? [], options);
  const own = current ? planSettings(wanted, current.partner) : planCreation(wanted);
  const steps = [...own, ...subscriptions.steps, ...keys.steps];
  const isRemoval = ({ action }: Step) => action.verb === "remove";
  return {
    steps: [...steps.filter((step) => !isRemoval(step)), ...steps.filter(isRemoval)],
    kept: [...subscriptions.kept, ...keys.kept],
  };
}

function planCreation({ email, settings }: WantedPartner): Step[] {
  // What is set to nothing is so at first; all else of a new partner is what the schema of the file has said.
  const body = { email, ...withoutNulls(settings) } as NewPartner;
  const fields = Object.entries(body).map(([field, after]) => ({ field, before: null, after }));
  const shown = withMoney(fields, settings.billing_currency ?? usualCurrency);
  return [
    {
      partner: email,
      what: settings.company,
      id: null,
      fields: shown,
      action: { kind: "partner", verb: "create", body },
    },
  ];
}

const withoutNulls = (all: object) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));

function planSettings({ email, settings }: WantedPartner, partner: Partner): Step[] {
  const { billing_currency: currency, ...changeable } = settings;
  const before = { ...partner, monthly_spending_limit: partner.monthly_spending_limit?.amount ?? null };
  const fields = differences(changeable, before);
  const steps: Step[] = [];
  if (currency !== undefined && currency !== partner.billing_currency)
    steps.push({
      partner: email,
      what: partner.company,
      id: partner.id,
      fields: [{ field: "billing_currency", before: partner.billing_currency, after: currency }],
      action: { kind: "partner", verb: "refuse", reason: "A partner's billing currency cannot be changed." },
    });
  if (fields.length > 0) {
    // The names that differ are those of the settings.
    const body = Object.fromEntries(fields.map(({ field, after }) => [field, after])) as PartnerChanges;
    const action = { kind: "partner", verb: "change", body } as const;
    const shown = withMoney(fields, partner.billing_currency);
    steps.push({ partner: email, what: partner.company, id: partner.id, fields: shown, action });
  }
  return steps;
}

/** Amounts are sent as minor units and shown, as everywhere, with their currency. */
function withMoney(fields: readonly FieldChange[], currency: string): FieldChange[] {
  const money = (amount: unknown) => (typeof amount === "number" ? { amount, currency } : amount);
  return fields.map(({ field, before, after }) =>
    field === "monthly_spending_limit"
      ? { field, before: money(before), after: money(after) }
      : { field, before, after },
  );
}

const liveStatuses = new Set(["trialing", "active", "past_due"]);

function planSubscriptions(
  { email, subscriptions }: WantedPartner,
  all: readonly Subscription[],
  options: Options,
): Part {
  if (!subscriptions) return { steps: [], kept: [] };
  const live = all.filter(({ status }) => liveStatuses.has(status));
  const steps = subscriptions.flatMap((wanted) => {
    const found = live.find(({ dataset }) => dataset === wanted.dataset);
    const earlier = all.filter(({ dataset }) => dataset === wanted.dataset).map(({ id }) => id);
    return found ? planTerms(email, wanted, found) : [newSubscription(email, wanted, earlier)];
  });
  const beyond = live.filter(({ dataset }) => !subscriptions.some((wanted) => wanted.dataset === dataset));
  return removals(
    steps,
    beyond.map(({ id, dataset, tier, billing }) => ({
      partner: email,
      kind: "subscription" as const,
      what: `${dataset} ${tier} ${billing}`,
      id,
    })),
    options,
  );
}

function newSubscription(partner: string, wanted: WantedSubscription, earlier: string[]): Step {
  const what = `${wanted.dataset} ${wanted.tier} ${wanted.billing}`;
  return { partner, what, id: null, fields: [], action: { kind: "subscription", verb: "create", wanted, earlier } };
}

/** What is ordered for the period's end counts as done. */
function planTerms(partner: string, wanted: WantedSubscription, found: Subscription): Step[] {
  const { id, pending_change: pending, cancels_at: endsAt } = found;
  const isEnding = endsAt !== null;
  const becomes = pending ?? found;
  const fields = differences({ tier: wanted.tier, billing: wanted.billing }, becomes);
  if (fields.length === 0 && !isEnding) return [];
  const base = { partner, what: wanted.dataset, id };
  const isAsWanted = differences({ tier: wanted.tier, billing: wanted.billing }, found).length === 0;
  if (isAsWanted) {
    const before = isEnding ? `ends ${endsAt}` : `becomes ${becomes.tier} ${becomes.billing}`;
    const withdrawn = { field: "goes on", before, after: `${found.tier} ${found.billing}` };
    return [{ ...base, fields: [withdrawn], action: { kind: "subscription", verb: "resume" } }];
  }
  return [{ ...base, fields, action: { kind: "subscription", verb: "change", wanted, isEnding } }];
}

function planKeys({ email, keys }: WantedPartner, all: readonly Key[], options: Options): Part {
  if (!keys) return { steps: [], kept: [] };
  const live = all.filter(({ status }) => status === "active");
  const steps = keys.flatMap((wanted): Step[] => {
    const found = live.find(({ name }) => name === wanted.name);
    const earlier = all.filter(({ name }) => name === wanted.name).map(({ id }) => id);
    const base = { partner: email, what: wanted.name, fields: [] };
    const body = newKey(wanted);
    if (!found) return [{ ...base, id: null, action: { kind: "key", verb: "create", body, earlier } }];
    const idempotencyKey = options.keysFile?.awaited(email, wanted.name);
    if (idempotencyKey !== undefined)
      return [{ ...base, id: found.id, action: { kind: "key", verb: "recover", body, idempotencyKey } }];
    return planKey(base, wanted, found);
  });
  const beyond = live.filter(({ name }) => !keys.some((wanted) => wanted.name === name));
  return removals(
    steps,
    beyond.map(({ id, name }) => ({ partner: email, kind: "key" as const, what: name, id })),
    options,
  );
}

/** Nulls say that there is no limit, which a new key does not have anyway. */
function newKey({ allowlist, caps, ...rest }: WantedKey): NewKey {
  return { ...rest, ...(allowlist && { allowlist }), ...(caps && { caps: withoutNulls(caps) }) };
}

const fixedFromTheStart =
  "It is fixed when a key is made: give the new one another name, and remove the old one with --prune.";

function planKey(base: Pick<Step, "partner" | "what">, wanted: WantedKey, found: Key): Step[] {
  const { name: _name, mode, expires_at, scopes, ...rest } = wanted;
  const { id } = found;
  const fixed = differences({ mode, expires_at }, found);
  const changeable = { ...rest, ...(scopes && { scopes: scopes.toSorted() }) };
  const fields = differences(changeable, { ...found, scopes: found.scopes.toSorted() });
  const body: KeyChanges = Object.fromEntries(fields.map(({ field, after }) => [field, after]));
  const steps: Step[] = [];
  if (fields.length > 0) steps.push({ ...base, id, fields, action: { kind: "key", verb: "change", body } });
  if (fixed.length > 0)
    steps.push({ ...base, id, fields: fixed, action: { kind: "key", verb: "refuse", reason: fixedFromTheStart } });
  return steps;
}

function removals(steps: Step[], beyond: Kept[], { prune }: Options): Part {
  if (!prune) return { steps, kept: beyond };
  const removed = beyond.map(({ kind, ...rest }): Step => ({ ...rest, fields: [], action: { kind, verb: "remove" } }));
  return { steps: [...steps, ...removed], kept: [] };
}

function differences(wanted: object, current: object): FieldChange[] {
  const before = new Map<string, unknown>(Object.entries(current));
  return Object.entries(wanted)
    .filter(([field, after]) => after !== undefined && !isSame(after, before.get(field)))
    .map(([field, after]) => ({ field, before: before.get(field) ?? null, after }));
}

/** Times are the same moment however they are written, and of an object only the members that are wanted count. */
function isSame(wanted: unknown, current: unknown): boolean {
  if (typeof wanted === "string" && typeof current === "string" && /^\d{4}-\d{2}-\d{2}T/.test(wanted))
    return Date.parse(wanted) === Date.parse(current);
  if (!isObject(wanted) || !isObject(current)) return JSON.stringify(wanted) === JSON.stringify(current ?? null);
  return Object.entries(wanted).every(([name, value]) => isSame(value, current[name]));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
