import { createHash, randomUUID } from "node:crypto";
import type { NewKey, NewKeySecret, NewPartner } from "@wizdata/sdk";
import type { Context } from "../command.ts";
import { Failure } from "../failures.ts";
import { findPartnerByEmail } from "../find-partner.ts";
import { toFailure } from "../to-failure.ts";
import type { WantedSubscription } from "./declaration.ts";
import type { KeysFile } from "./keys-file.ts";
import type { Plan, Step, StepResult } from "./steps.ts";

export type Performing = {
  context: Context;
  /** Identifies the file, so that the same step of the same file is the same request. */
  fileId: string;
  partnerIds: Map<string, string>;
  keysFile: KeysFile | undefined;
  onSecret: (partner: string, key: NewKeySecret) => Promise<void>;
};

// After these nothing else can succeed either.
const hopeless = new Set(["unauthenticated", "network", "interrupted", "terminated", "configuration"]);

/** Does one step after the other. A step that fails ends its partner's turn, and the others go on. */
export async function performPlan({ steps }: Plan, performing: Performing): Promise<Map<Step, StepResult>> {
  const results = new Map<Step, StepResult>();
  const failedPartners = new Set<string>();
  let isHopeless = false;
  for (const [at, step] of steps.entries()) {
    const { partner, what, action } = step;
    performing.context.progress({ what: `${partner} ${what}`, done: at, total: steps.length, unit: "steps" });
    if (isHopeless || (failedPartners.has(partner) && action.verb !== "refuse")) {
      results.set(step, { state: "skipped", id: step.id });
      continue;
    }
    try {
      results.set(step, { state: "done", id: await performStep(step, performing) });
    } catch (error) {
      const failure = await toFailure(error, performing.context.terminal);
      results.set(step, { state: "failed", id: step.id, failure });
      // What cannot be changed hinders nothing else of its partner.
      if (action.verb !== "refuse") failedPartners.add(partner);
      isHopeless = hopeless.has(failure.exit);
    }
  }
  return results;
}

/** The id of what was made or changed. */
async function performStep(step: Step, performing: Performing): Promise<string> {
  const { action, partner: email } = step;
  const { wizdata, signal } = performing.context;
  if (action.verb === "refuse") throw new Failure("conflict", "cannot_change", action.reason);
  if (action.kind === "partner" && action.verb === "create") return createPartner(action.body, performing);
  if (action.kind === "subscription" && action.verb === "create") {
    const { dataset, ...terms } = action.wanted;
    const partner_id = partnerIdOf(email, performing);
    const idempotencyKey = requestId(performing, "subscribe", partner_id, action.wanted, action.earlier);
    return (await wizdata.datasets.subscribe(dataset, { partner_id, ...terms }, { signal, idempotencyKey })).id;
  }
  if (action.kind === "key" && (action.verb === "create" || action.verb === "recover")) {
    const made = action.verb === "recover" ? action.idempotencyKey : undefined;
    const earlier = action.verb === "create" ? action.earlier : [];
    const partnerId = partnerIdOf(email, performing);
    return createKey(
      email,
      action.body,
      made ?? requestId(performing, "key", partnerId, action.body, earlier),
      performing,
    );
  }
  return changeExisting(step, performing);
}

async function changeExisting({ action, id }: Step, performing: Performing): Promise<string> {
  if (id === null) throw new Error("What is changed has an id.");
  const { wizdata, signal } = performing.context;
  if (action.kind === "partner" && action.verb === "change") await wizdata.partners.update(id, action.body, { signal });
  else if (action.kind === "key" && action.verb === "change") await wizdata.keys.update(id, action.body, { signal });
  else if (action.kind === "key") await wizdata.keys.revoke(id, { signal });
  else if (action.verb === "resume") await wizdata.subscriptions.resume(id, { signal });
  else if (action.verb === "remove") await wizdata.subscriptions.cancel(id, {}, { signal });
  else if (action.kind === "subscription" && action.verb === "change") {
    if (action.isEnding) await wizdata.subscriptions.resume(id, { signal });
    await changeTerms(id, action.wanted, performing);
  }
  return id;
}

async function createPartner(body: NewPartner, performing: Performing): Promise<string> {
  const { wizdata, signal } = performing.context;
  const idempotencyKey = requestId(performing, "partner", body);
  await wizdata.partners.create(body, { signal, idempotencyKey });
  // The answer may be that of an earlier run, and of a partner that has been given another address since.
  const found = await findPartnerByEmail(wizdata, body.email, signal);
  const { id } = found ?? (await wizdata.partners.create(body, { signal, idempotencyKey: randomUUID() }));
  performing.partnerIds.set(body.email, id);
  return id;
}

async function changeTerms(id: string, { tier, billing }: WantedSubscription, performing: Performing): Promise<void> {
  const { wizdata, signal } = performing.context;
  const body = { tier, billing };
  await wizdata.subscriptions.change(id, body, { signal, idempotencyKey: requestId(performing, "change", id, body) });
  const now = await wizdata.subscriptions.retrieve(id, { signal });
  const becomes = now.pending_change ?? now;
  // The answer was that of an earlier run, and somebody has changed it back since.
  if (becomes.tier !== tier || becomes.billing !== billing) await wizdata.subscriptions.change(id, body, { signal });
}

async function createKey(email: string, body: NewKey, idempotencyKey: string, performing: Performing): Promise<string> {
  const { context, keysFile, onSecret } = performing;
  const { wizdata, signal } = context;
  await keysFile?.ask(email, body.name, idempotencyKey);
  try {
    const key = await wizdata.keys.create(partnerIdOf(email, performing), body, { signal, idempotencyKey });
    await keysFile?.answered(email, body.name, key);
    await onSecret(email, key);
    return key.id;
  } catch (error) {
    const { exit } = await toFailure(error, context.terminal);
    const isRefused = exit === "usage" || exit === "forbidden" || exit === "not_found" || exit === "conflict";
    if (isRefused) await keysFile?.refused(email, body.name);
    throw error;
  }
}

function partnerIdOf(email: string, { partnerIds }: Performing): string {
  const id = partnerIds.get(email);
  if (id === undefined) throw new Error(`${email} has no partner.`);
  return id;
}

function requestId({ fileId }: Performing, ...parts: readonly unknown[]): string {
  return `apply-${createHash("sha256")
    .update(JSON.stringify([fileId, ...parts]))
    .digest("base64url")}`;
}
