import type { Key, Partner, Subscription } from "@wizdata/sdk";
import type { Context } from "../command.ts";
import { findPartnerByEmail } from "../find-partner.ts";

/** A partner as it is on the server, with everything it ever had. */
export type CurrentPartner = { partner: Partner; keys: Key[]; subscriptions: Subscription[] };

const partnersAtOnceMax = 4;

/** The partners with these addresses, in this order; undefined for one that is not there yet. */
export async function readCurrent(
  context: Context,
  emails: readonly string[],
): Promise<(CurrentPartner | undefined)[]> {
  const found: (CurrentPartner | undefined)[] = [];
  for (let at = 0; at < emails.length; at += partnersAtOnceMax) {
    context.progress({ what: "Reading the partners", done: at, total: emails.length, unit: "steps" });
    found.push(
      ...(await Promise.all(emails.slice(at, at + partnersAtOnceMax).map((email) => readOne(context, email)))),
    );
  }
  return found;
}

async function readOne({ wizdata, signal }: Context, email: string): Promise<CurrentPartner | undefined> {
  const partner = await findPartnerByEmail(wizdata, email, signal);
  if (!partner) return undefined;
  const [keys, subscriptions] = await Promise.all([
    allOf(wizdata.keys.list(partner.id, {}, { signal })),
    allOf(wizdata.subscriptions.list({ partner_id: partner.id }, { signal })),
  ]);
  return { partner, keys, subscriptions };
}

async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
