import { monthAfter, monthOfId, monthStart, usageIdsOf } from "../months.ts";
import type { Services } from "../services.ts";
import type { Db } from "../store/store.ts";
import { firstEventFrom, hasBlock, pendingEvents, selectArchives, signedDays } from "./queries.ts";

const dayMs = 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The oldest month whose events have been kept for as long as they are to be, and of which nothing is open. */
export async function dueMonth({ store, config, clock }: Services): Promise<string | undefined> {
  if (config.usageEventsKeptDays === 0) return undefined;
  const month = await oldestMonth(store.db);
  if (month === undefined) return undefined;
  const dueAtMs = monthStart(monthAfter(month)).getTime() + config.usageEventsKeptDays * dayMs;
  if (dueAtMs > clock().getTime()) return undefined;
  return (await isClosed(store.db, month)) ? month : undefined;
}

/** What came to a month after it was archived stays where it is. */
async function oldestMonth(db: Db): Promise<string | undefined> {
  const archived = new Set((await selectArchives(db)).map(({ month }) => month));
  for (let idsFrom = ""; ; ) {
    const id = await firstEventFrom(db, idsFrom);
    const month = id === undefined ? undefined : monthOfId(id);
    if (month === undefined || !archived.has(month)) return month;
    ({ idsTo: idsFrom } = usageIdsOf(month));
  }
}

/** Whether all days of its events are signed, and no answer of one may still have to be taken back. */
async function isClosed(db: Db, month: string): Promise<boolean> {
  const { idsFrom, idsTo } = usageIdsOf(month);
  if ((await pendingEvents(db)).some((id) => id >= idsFrom && id < idsTo)) return false;
  // An event is stored a little after its id was made, perhaps on the next day.
  const [fromMs, toMs] = [monthStart(month).getTime(), monthStart(monthAfter(month)).getTime() + dayMs];
  const signed = await signedDays(db, dayOf(fromMs), dayOf(toMs));
  for (let ms = fromMs; ms < toMs; ms += dayMs) {
    if (!signed.has(dayOf(ms)) && (await hasBlock(db, new Date(ms), new Date(ms + dayMs)))) return false;
  }
  return true;
}
