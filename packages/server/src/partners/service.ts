import { change } from "../changes.ts";
import { type Call, mayReach } from "../http/call.ts";
import { type Page, pageById } from "../http/pages.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import {
  findPartner,
  insertPartner,
  lockPartner,
  type PartnerRow,
  partnerWithEmail,
  selectPartners,
  updatePartner,
} from "./queries.ts";
import type { NewPartner, Partner, PartnerChanges, PartnerQuery } from "./schemas.ts";
import { orderTimeZone } from "./time-zone.ts";
import { toPartner } from "./wire.ts";

export function createPartner(services: Services, call: Call, input: NewPartner): Promise<Partner> {
  const now = services.clock();
  const {
    billing_currency: billingCurrency,
    time_zone: timeZone,
    monthly_spending_limit: spendingLimit = null,
    industry = null,
    country = null,
    allowlist = null,
    self_service: selfService,
    ...rest
  } = input;
  const partner = {
    ...rest,
    id: services.newId("par"),
    industry,
    country,
    status: "active",
    billingCurrency,
    timeZone,
    timeZoneNext: null,
    timeZoneChangesAt: null,
    spendingLimit,
    allowlist,
    selfService: selfService?.subscriptions ?? null,
    selfServiceTiers: selfService?.tiers ?? null,
    createdAt: now,
    updatedAt: now,
  };
  return change(services, call, async (tx) => {
    const row = await insertPartner(tx, partner);
    if (!row) throw await emailTaken(tx, input.email);
    const result = toPartner(row, now);
    return { result, action: "partner.created", target: row.id, partnerId: row.id, after: result };
  });
}

export async function retrievePartner({ store, clock }: Services, call: Call, id: string): Promise<Partner> {
  const row = mayReach(call, id) ? await findPartner(store.db, id) : undefined;
  if (!row) throw new Problem("not_found");
  return toPartner(row, clock());
}

export function listPartners(
  { store, secrets, clock }: Services,
  call: Call,
  { limit, after, ...filters }: PartnerQuery,
): Promise<Page<Partner>> {
  const now = clock();
  const own = call.principal.partnerId === null ? {} : { onlyId: call.principal.partnerId };
  return pageById(
    secrets,
    { call, list: "partners", filters },
    { limit, after },
    (after, limit) => selectPartners(store.db, { ...filters, ...own }, after, limit),
    ({ id }) => id,
    (row) => toPartner(row, now),
  );
}

export function changePartner(services: Services, call: Call, id: string, input: PartnerChanges): Promise<Partner> {
  const { time_zone: timeZone, monthly_spending_limit: spendingLimit, self_service: given, ...rest } = input;
  const selfService = given && { selfService: given.subscriptions, selfServiceTiers: given.tiers };
  const changes = defined({ ...rest, spendingLimit, ...selfService });
  return alter(services, call, id, "partner.updated", async (tx, before) => {
    const other = input.email === undefined ? undefined : await partnerWithEmail(tx, input.email);
    if (other && other.id !== id) throw await emailTaken(tx, other.email);
    const zone = timeZone === undefined ? {} : await orderTimeZone(tx, before, timeZone, services.clock());
    return { ...changes, ...zone };
  });
}

export function suspendPartner(services: Services, call: Call, id: string): Promise<Partner> {
  return alter(services, call, id, "partner.suspended", async (_tx, { status }) => {
    if (status === "suspended")
      throw new Problem("conflict", {
        detail: "The partner is suspended already.",
        next: [`wizdata partners reactivate ${id}`],
      });
    return { status: "suspended" };
  });
}

export function reactivatePartner(services: Services, call: Call, id: string): Promise<Partner> {
  return alter(services, call, id, "partner.reactivated", async (_tx, { status }) => {
    if (status !== "suspended") throw new Problem("conflict", { detail: "The partner is not suspended." });
    return { status: "active" };
  });
}

function alter(
  services: Services,
  call: Call,
  id: string,
  action: string,
  decide: (tx: Db, before: PartnerRow) => Promise<Partial<PartnerRow>>,
): Promise<Partner> {
  return change(services, call, async (tx) => {
    const now = services.clock();
    const before = await lockPartner(tx, id);
    if (!before) throw new Problem("not_found");
    const row = await updatePartner(tx, id, { ...(await decide(tx, before)), updatedAt: now });
    if (!row) throw new Problem("not_found");
    const result = toPartner(row, now);
    return { result, action, target: id, partnerId: id, before: toPartner(before, now), after: result, rights: true };
  });
}

async function emailTaken(tx: Db, email: string): Promise<Problem> {
  const other = await partnerWithEmail(tx, email);
  return new Problem("already_exists", {
    detail: `${email} is the address of ${other?.company} (${other?.id}).`,
    errors: [{ path: "email", message: "belongs to another partner" }],
    next: [`wizdata partners show ${other?.id}`],
  });
}

/** Without the members that were not given: a database would set them to null. */
function defined<T extends object>(given: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>;
  }; // filtered just now
}
