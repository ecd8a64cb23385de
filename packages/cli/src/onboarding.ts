import type { Key, NewKeySecret, NewPartner, NewSubscription, Partner, Subscription } from "@wizdata/sdk";
import type { Context } from "./command.ts";
import { Failure } from "./failures.ts";
import { findPartnerByEmail } from "./find-partner.ts";
import { toFailure } from "./to-failure.ts";

export type WantedSubscription = { dataset: string } & Pick<NewSubscription, "tier" | "billing">;
export type Plan = { partner: NewPartner; keyName: string; subscriptions: readonly WantedSubscription[] };
/** `done` now, or `kept` from an earlier run. */
export type Step = { step: "partner" | "subscription" | "key"; id: string; what: string; state: "done" | "kept" };
export type Onboarded = { partner: Partner; subscriptions: Subscription[]; key: Key | NewKeySecret; steps: Step[] };

/**
 * Partner, subscriptions, key, each only where it is not there yet, so that running it again goes on where it stopped.
 * The key comes last: its secret is shown once, and must not be lost to a step that fails after it.
 */
export async function onboard(context: Context, plan: Plan): Promise<Onboarded> {
  const steps: Step[] = [];
  try {
    const partner = await ensurePartner(context, plan.partner, steps);
    const subscriptions: Subscription[] = [];
    for (const wanted of plan.subscriptions)
      subscriptions.push(await ensureSubscription(context, partner, wanted, steps));
    const key = await ensureKey(context, partner, plan.keyName, steps);
    return { partner, subscriptions, key, steps };
  } catch (error) {
    if (!steps.some(({ state }) => state === "done")) throw error;
    throw await partlyDone(context, error, steps);
  }
}

async function ensurePartner({ wizdata, signal }: Context, wanted: NewPartner, steps: Step[]): Promise<Partner> {
  const found = await findPartnerByEmail(wizdata, wanted.email, signal);
  const partner = found ?? (await wizdata.partners.create(wanted, { signal }));
  steps.push({ step: "partner", id: partner.id, what: partner.company, state: found ? "kept" : "done" });
  return partner;
}

const liveStatuses = new Set(["trialing", "active", "past_due"]);

async function ensureSubscription(
  { wizdata, signal }: Context,
  { id }: Partner,
  wanted: WantedSubscription,
  steps: Step[],
): Promise<Subscription> {
  const { dataset, ...terms } = wanted;
  const kept = await firstOf(wizdata.subscriptions.list({ partner_id: id, dataset }, { signal }), ({ status }) =>
    liveStatuses.has(status),
  );
  if (kept && kept.tier !== terms.tier) {
    throw new Failure(
      "conflict",
      "already_subscribed",
      `${dataset} is subscribed under ${kept.tier}, not ${terms.tier}.`,
      {
        next: [`wizdata subscriptions change ${kept.id} --tier ${terms.tier}`, `wizdata subscriptions show ${kept.id}`],
      },
    );
  }
  const subscription = kept ?? (await wizdata.datasets.subscribe(dataset, { partner_id: id, ...terms }, { signal }));
  steps.push({
    step: "subscription",
    id: subscription.id,
    what: `${dataset} ${subscription.tier} ${subscription.billing}`,
    state: kept ? "kept" : "done",
  });
  return subscription;
}

async function ensureKey(
  { wizdata, signal }: Context,
  { id }: Partner,
  name: string,
  steps: Step[],
): Promise<Key | NewKeySecret> {
  const kept = await firstOf(wizdata.keys.list(id, { status: "active" }, { signal }), (key) => key.name === name);
  const key = kept ?? (await wizdata.keys.create(id, { name }, { signal }));
  steps.push({ step: "key", id: key.id, what: name, state: kept ? "kept" : "done" });
  return key;
}

async function firstOf<Item>(items: AsyncIterable<Item>, isIt: (item: Item) => boolean): Promise<Item | undefined> {
  for await (const item of items) if (isIt(item)) return item;
  return undefined;
}

async function partlyDone({ terminal }: Context, error: unknown, steps: readonly Step[]): Promise<Failure> {
  const { code, message, requestId, next, exit } = await toFailure(error, terminal);
  if (exit === "interrupted" || exit === "terminated") return new Failure(exit, code, message, { details: { steps } });
  const done = steps.map(({ step, what }) => `${step} ${what}`).join(", ");
  return new Failure("partly_done", "partly_done", message, {
    requestId,
    next,
    hint: `Done so far: ${done}. Run the same command again to go on.`,
    details: { steps, cause: code },
    cause: error,
  });
}
