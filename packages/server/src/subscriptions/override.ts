import type { Db } from "../store/store.ts";

type Row = Db["t"]["subscriptions"]["$inferSelect"];

/** What a subscription has when its limits are its tier's. */
export const nothingOverridden = {
  overridePerMinute: null,
  overridePerDay: null,
  overridePerMonth: null,
  overrideUntil: null,
  overrideReason: null,
} satisfies Partial<Row>;
