/** Account-wide limits of each plan, over all datasets. */
export const plans = {
  free: { perMinute: 10, perDay: 1_000, batchItemsMax: 10 },
  starter: { perMinute: 60, perDay: 10_000, batchItemsMax: 25 },
  professional: { perMinute: 300, perDay: 100_000, batchItemsMax: 50 },
  enterprise: { perMinute: 1_000, perDay: 1_000_000, batchItemsMax: 100 },
  research: { perMinute: 100, perDay: 50_000, batchItemsMax: 100 },
} as const;

export type Plan = keyof typeof plans;
export const planNames = Object.keys(plans) as [Plan, ...Plan[]]; // the keys of a constant object are its type's keys
