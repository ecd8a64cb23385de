import { idBefore, idTime } from "./clock.ts";

/** A month of UTC: `2026-03`. */
export const monthOf = (time: Date): string => time.toISOString().slice(0, 7);

/** The month so many months later. */
export function monthAfter(month: string, months = 1): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return monthOf(new Date(Date.UTC(year, number - 1 + months)));
}

export const monthStart = (month: string): Date => new Date(`${month}-01T00:00:00.000Z`);

/** The ids of usage events that were made in a month: from the first text on, before the second. */
export const usageIdsOf = (month: string): { idsFrom: string; idsTo: string } => ({
  idsFrom: idBefore("use", monthStart(month).getTime()),
  idsTo: idBefore("use", monthStart(monthAfter(month)).getTime()),
});

/** The month in which an id was made; undefined of what is no id, whose letters may say more than a date can. */
export function monthOfId(id: string): string | undefined {
  const time = new Date(idTime(id));
  return Number.isNaN(time.getTime()) ? undefined : monthOf(time);
}
