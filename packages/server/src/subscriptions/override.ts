import type { Db } from "../store/store.ts";
import type { Tables } from "../store/tables.ts";

type Row = Db["t"]["subscriptions"]["$inferSelect"];

/** What a subscription has when its limits are its tier's. */
export const nothingOverridden = {
  overridePerMinute: null,
  overridePerDay: null,
  overridePerMonth: null,
  overrideUntil: null,
  overrideReason: null,
} satisfies Partial<Row>;

type Columns = Pick<Row, keyof typeof nothingOverridden>;
type Limits = { perMinute: number; perDay: number; perMonth: number };

/** Limits that an operator gave in place of a tier's; null where the tier's hold. */
export type Override = { [Window in keyof Limits]: number | null } & { until: Date; reason: string };

export const overrideColumns = ({ subscriptions }: Tables) =>
  ({
    overridePerMinute: subscriptions.overridePerMinute,
    overridePerDay: subscriptions.overridePerDay,
    overridePerMonth: subscriptions.overridePerMonth,
    overrideUntil: subscriptions.overrideUntil,
    overrideReason: subscriptions.overrideReason,
  }) satisfies Record<keyof Columns, unknown>;

export const overriding = ({ until, reason, ...limits }: Override): Columns => ({
  overridePerMinute: limits.perMinute,
  overridePerDay: limits.perDay,
  overridePerMonth: limits.perMonth,
  overrideUntil: until,
  overrideReason: reason,
});

/** The override that is in force at a moment: whatever the tier is by then, and until its end, which needs nobody. */
export function overrideAt(row: Columns, now: Date): Override | undefined {
  const { overrideUntil: until, overrideReason } = row;
  if (until === null || until <= now) return undefined;
  return {
    perMinute: row.overridePerMinute,
    perDay: row.overridePerDay,
    perMonth: row.overridePerMonth,
    until,
    reason: overrideReason ?? "",
  };
}

/** The limits of a tier, with what an override puts in their place. */
export const overridden = ({ perMinute, perDay, perMonth }: Limits, override: Override | undefined): Limits => ({
  perMinute: override?.perMinute ?? perMinute,
  perDay: override?.perDay ?? perDay,
  perMonth: override?.perMonth ?? perMonth,
});
