import { type DayHead, dayText } from "@wizdata/shared";
import { rootsOfDay, treeOfPartners } from "../ledger/day-roots.ts";
import { slacksMs } from "../ledger/event-pages.ts";
import { isSignedBy } from "../ledger/keys.ts";
import { type Evidence, fromJson } from "./evidence.ts";
import type { Effort, Finding, Invariant } from "./invariant.ts";
import { findBrokenBlocks, findBrokenChains } from "./ledger-chains.ts";
import { archivedUntil, quoted, readEventsOf } from "./ledger-evidence.ts";

const quickDays = 3;

type Day = {
  day: string;
  root: string;
  partners: number;
  events: number;
  heads: unknown;
  signature: string;
  key_id: string;
};
type PartnerDay = { partnerId: string; root: string; events: number };

async function* findDays(evidence: Evidence, { quick }: Effort): AsyncIterable<Finding> {
  const { rows } = evidence;
  const keys = new Map(
    (await rows<{ id: string; public_key: string }>("select id, public_key from signing_keys")).map((key) => [
      key.id,
      key.public_key,
    ]),
  );
  const until = await archivedUntil(evidence);
  const days = await rows<Day>(`select * from ledger_days order by day desc ${quick ? `limit ${quickDays}` : ""}`);
  for (const signed of days) {
    const { day, key_id, signature } = signed;
    const heads = fromJson<DayHead[]>(signed.heads);
    const key = keys.get(key_id);
    if (!key || !isSignedBy(key, dayText({ ...signed, heads }), signature))
      yield { subject: day, problem: `is not what ${key ? "" : "the unknown key "}${key_id} signed` };
    for (const [chain, seq, hash] of heads) {
      const [block] = await rows<{ hash: string }>(
        `select hash from blocks where chain = ${quoted(chain)} and seq = ${seq}`,
      );
      if (block?.hash !== hash)
        yield { subject: day, problem: `names block ${seq} of ${chain}, which is ${block ? "another" : "gone"}` };
    }
    yield* findRoots(evidence, signed, new Date(`${day}T00:00:00.000Z`) < until);
  }
}

/** Where the events are in the archive, whose own hash is another promise, only the partners' roots are held against the day's. */
async function* findRoots(evidence: Evidence, { day, root }: Day, isArchived: boolean): AsyncIterable<Finding> {
  const partners = await evidence.rows<PartnerDay>(
    `select partner_id as "partnerId", root, events from ledger_partner_days where day = ${quoted(day)} order by partner_id`,
  );
  if (treeOfPartners(day, partners).root() !== root)
    yield { subject: day, problem: "has another root than its partners' days give" };
  if (isArchived) return;
  let stored = new Map<string, PartnerDay>();
  for (const slackMs of slacksMs) {
    const found = await rootsOfDay(readEventsOf(evidence), day, slackMs);
    stored = new Map(found.partners.map((partner) => [partner.partnerId, partner]));
    if (found.root === root) return;
  }
  for (const { partnerId, events, root } of partners) {
    const now = stored.get(partnerId);
    stored.delete(partnerId);
    if (now?.root !== root)
      yield {
        subject: `${day} ${partnerId}`,
        problem: `was signed with ${events} events; the ${now?.events ?? 0} that are stored give another root`,
      };
  }
  for (const [partnerId, { events }] of stored)
    yield { subject: `${day} ${partnerId}`, problem: `has ${events} events that were not signed` };
}

async function* findChains(evidence: Evidence, effort: Effort): AsyncIterable<Finding> {
  yield* findBrokenChains(evidence, effort);
  if (!effort.quick) yield* findBrokenBlocks(evidence);
}

const repair =
  "Stop the server and compare with the last backup: nothing of ours changes what was once stored, so somebody did.";

export const ledgerInvariants: Invariant[] = [
  {
    name: "ledger_chains",
    promise: "Every chain is unbroken, and each of its blocks has the events that it was made of.",
    repair,
    find: findChains,
  },
  {
    name: "ledger_days",
    promise: "Each signed day holds under its key, and the stored events give the roots that were signed.",
    repair,
    find: findDays,
  },
];
