import { dayText } from "@wizdata/shared";
import { idTime } from "../clock.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import { dayAfter, dayOf, endOf, isOver } from "./calendar.ts";
import { type DayRoots, rootsOfDay } from "./day-roots.ts";
import { slacksMs } from "./event-pages.ts";
import { openSigner } from "./keys.ts";
import {
  countBlockEvents,
  firstBlockAt,
  firstEventId,
  freezeChains,
  headsOf,
  insertDay,
  readEvents,
  setPartnerDays,
  signedDaysFrom,
} from "./queries.ts";

/** So many partners' days are written in one transaction, and nobody waits long for it. */
const partnersWrittenMax = 500;

/**
 * Signs every day that is over and is not signed yet, from the first that has anything: days without events too, so that none
 * can be missing unnoticed. One that cannot be signed keeps no other from it.
 */
export async function signDueDays(services: Services): Promise<void> {
  const { store, clock, log } = services;
  const first = await firstDay(store.db);
  if (first === undefined) return;
  const signed = await signedDaysFrom(store.db, first);
  for (let day = first; isOver(day, clock()); day = dayAfter(day)) {
    if (signed.has(day)) continue;
    await signDay(services, day).catch((error: unknown) => log.error({ err: error, day }, "a day was not signed"));
  }
}

/** The first day that anything was counted on, or was made to be. */
export async function firstDay(db: Db): Promise<string | undefined> {
  const id = await firstEventId(db);
  const times = [id === undefined ? undefined : new Date(idTime(id)), await firstBlockAt(db)];
  return times.flatMap((time) => (time ? [dayOf(time)] : [])).sort()[0];
}

export async function signDay(services: Services, day: string): Promise<void> {
  const { store, clock, log } = services;
  // From here on no block can be of this day, whatever the clocks of other processes say.
  await store.transaction((tx) => freezeChains(tx, endOf(day)));
  const roots = await completeRoots(store.db, day);
  for (let at = 0; at < roots.partners.length; at += partnersWrittenMax)
    await store.transaction((tx) => setPartnerDays(tx, day, roots.partners.slice(at, at + partnersWrittenMax)));

  const signer = await openSigner(services);
  const isFirst = await store.transaction(async (tx) => {
    await freezeChains(tx, endOf(day));
    await refuseMissing(tx, day, roots);
    const { root, events, partners } = roots;
    const summary = { day, root, events, partners: partners.length, heads: await headsOf(tx, day) };
    const signature = signer.sign(dayText(summary));
    return insertDay(tx, { ...summary, signature, keyId: signer.keyId, signedAt: clock() });
  });
  if (isFirst) log.info({ day, events: roots.events, partners: roots.partners.length }, "signed a day");
}

/** From all of its events: where the blocks have more than were found, it looks at ids that are further from the day. */
async function completeRoots(db: Db, day: string): Promise<DayRoots> {
  const expected = await countBlockEvents(db, day);
  let roots: DayRoots | undefined;
  for (const slackMs of slacksMs) {
    roots = await rootsOfDay(readEvents(db), day, slackMs);
    if (roots.chained === expected) break;
  }
  if (!roots) throw new Error("There is a first slack.");
  return roots;
}

async function refuseMissing(tx: Db, day: string, { chained }: DayRoots): Promise<void> {
  const expected = await countBlockEvents(tx, day);
  if (chained !== expected)
    throw new Error(
      `The blocks of ${day} have ${expected} events, and ${chained} were found: run wizdata-server check.`,
    );
}
