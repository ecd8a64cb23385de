export const statusNames = ["trialing", "active", "past_due", "canceled", "expired"] as const;
export type Status = (typeof statusNames)[number];

/** Those that give a right to the data. A partner has at most one of them to a dataset. */
export const liveStatuses = ["trialing", "active", "past_due"] satisfies Status[];

const live = new Set<string>(liveStatuses);
export const isLive = (status: string): boolean => live.has(status);
