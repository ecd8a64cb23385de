// The ledger's days are those of UTC.

const dayMs = 86_400_000;

/** A day that has just ended may still get the events of a process whose clock is behind. */
const graceMs = 60_000;

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
export const startOf = (day: string): Date => new Date(`${day}T00:00:00.000Z`);
export const endOf = (day: string): Date => new Date(startOf(day).getTime() + dayMs);
export const dayAfter = (day: string): string => dayOf(endOf(day));

/** From when on a day can be signed. */
export const signedFrom = (day: string): Date => new Date(endOf(day).getTime() + graceMs);

export const isOver = (day: string, now: Date): boolean => now >= signedFrom(day);
