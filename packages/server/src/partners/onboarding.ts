import { change } from "../changes.ts";
import { type Call, mayReach } from "../http/call.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import {
  deleteStated,
  type Fact,
  firstAcceptance,
  firstKey,
  firstSubscription,
  firstUses,
  insertStated,
  selectStated,
} from "./onboarding-queries.ts";
import type { Onboarding, StepDone } from "./onboarding-schemas.ts";
import { type OnboardingStep, onboardingSteps, stepNames } from "./onboarding-steps.ts";
import { findPartner, lockPartner, type PartnerRow } from "./queries.ts";

export async function retrieveOnboarding(services: Services, call: Call, id: string): Promise<Onboarding> {
  const partner = mayReach(call, id) ? await findPartner(services.store.db, id) : undefined;
  if (!partner) throw new Problem("not_found");
  return readOnboarding(services, services.store.db, partner);
}

/** Somebody of the operator's says that a step is done which no fact proves. */
export function completeStep(
  services: Services,
  call: Call,
  { id, step }: { id: string; step: OnboardingStep },
  { note, done_at: doneAt = services.clock() }: StepDone,
): Promise<Onboarding> {
  if (doneAt > services.clock()) throw invalidRequest([{ path: "done_at", message: "lies in the future" }]);
  return alter(services, call, { id, step }, "onboarding_step.done", async (tx) => {
    const isNew = await insertStated(tx, { partnerId: id, step, doneAt, by: call.principal.keyId, note });
    if (!isNew)
      throw new Problem("conflict", {
        detail: `${step} is done already. Reopen it first to say it anew.`,
        next: [`wizdata partners onboarding ${id}`, `wizdata partners reopen ${id} ${step}`],
      });
  });
}

export function reopenStep(
  services: Services,
  call: Call,
  target: { id: string; step: OnboardingStep },
): Promise<Onboarding> {
  const { id, step } = target;
  return alter(services, call, target, "onboarding_step.reopened", async (tx) => {
    if (!(await deleteStated(tx, id, step)))
      throw new Problem("conflict", {
        detail: `Nobody has stated that ${step} is done.`,
        next: [`wizdata partners onboarding ${id}`],
      });
  });
}

function alter(
  services: Services,
  call: Call,
  { id, step }: { id: string; step: OnboardingStep },
  action: string,
  work: (tx: Db) => Promise<void>,
): Promise<Onboarding> {
  return change(services, call, async (tx) => {
    const partner = await lockPartner(tx, id);
    if (!partner) throw new Problem("not_found");
    if (onboardingSteps[step] === "fact")
      throw new Problem("conflict", {
        detail: `${step} is a fact: it is done when it happens, and nobody says so.`,
        next: [`wizdata partners onboarding ${id}`],
      });
    const before = await readOnboarding(services, tx, partner);
    await work(tx);
    const result = await readOnboarding(services, tx, partner);
    return { result, action, target: id, partnerId: id, before, after: result };
  });
}

async function readOnboarding(services: Services, db: Db, partner: PartnerRow): Promise<Onboarding> {
  const stated = new Map((await selectStated(db, partner.id)).map((row) => [row.step, row]));
  const facts: Partial<Record<OnboardingStep, Fact | undefined>> = {
    company: { at: partner.createdAt, id: partner.id },
    agreement: await firstAcceptance(db, partner.id),
    first_key: await firstKey(db, partner.id),
    first_subscription: await firstSubscription(db, partner.id),
    first_call: await firstCall(services, db, partner.id),
  };
  const steps = stepNames.map((step): Onboarding["steps"][number] => {
    const row = stated.get(step);
    const fact = facts[step];
    const isFact = fact !== undefined || onboardingSteps[step] === "fact";
    if (isFact) return { step, source: "fact", done_at: timeOf(fact?.at), by: fact?.id ?? null, note: null };
    return { step, source: "operator", done_at: timeOf(row?.doneAt), by: row?.by ?? null, note: row?.note ?? null };
  });
  const times = steps.map(({ done_at }) => done_at);
  const completedAt = times.includes(null)
    ? null
    : times.reduce((last, time) => ((time ?? "") > (last ?? "") ? time : last));
  return { partner_id: partner.id, completed_at: completedAt, steps };
}

/** A use that is not written yet counts from when it was. */
async function firstCall({ lastUse }: Services, db: Db, partnerId: string): Promise<Fact | undefined> {
  const uses = (await firstUses(db, partnerId)).flatMap(({ id, at }) => {
    const first = at ?? lastUse.recent(id)?.firstAt;
    return first ? [{ id, at: first }] : [];
  });
  return uses.sort((a, b) => a.at.getTime() - b.at.getTime())[0];
}

const timeOf = (at: Date | undefined) => at?.toISOString() ?? null;
