import type { License } from "@wizdata/sdk";
import { moneyText } from "../output/money.ts";
import { record, type View } from "../output/view.ts";

/** A tier with what it sees, each thing in a line of its own. */
export function licenseView(license: License, notes: readonly string[] = []): View {
  const { sees, adds } = license;
  return record(
    {
      tier: license.tier,
      sees: sees.words.join("; "),
      columns: sees.columns.join(" "),
      from: sees.from ?? "the first",
      to: sees.to ?? "the newest",
      adds: adds.length === 0 ? undefined : adds.join("; "),
      features: license.features.join(" "),
      calls: `${license.per_minute} a minute, ${license.per_day} a day, ${license.per_month} a month`,
      monthly: moneyText(license.monthly_price),
    },
    notes,
  );
}
