import type { NewPolicy } from "@wizdata/sdk";
import { command } from "../../command.ts";
import { Failure, usageFailure } from "../../failures.ts";
import { choice, integer, many, names, optional, text, toggle } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { licenseView } from "../../views/license.ts";
import { tiers } from "../../words.ts";

export default command({
  summary: "Set what a tier sees of a dataset: rows, columns, history, delay, interval",
  details:
    "It holds from the next request on, for pages, exports and all other ways alike, and replaces what was set before. Columns of the key and of the time are always seen. Times count to the hour that has begun.",
  args: { slug: text("the dataset"), tier: choice("the tier", tiers) },
  flags: {
    rows: many(text("only rows whose key column has these values", "column=a,b")),
    columns: optional(names("only these columns", "a,b")),
    historyDays: optional(integer("how far back", "days", 1)),
    delayHours: optional(integer("how long a row is kept back", "hours", 1)),
    intervalSeconds: optional(integer("only rows on a grid of so many seconds from midnight UTC", "seconds", 1)),
    clear: toggle("let the tier see everything"),
  },
  examples: [
    "wizdata datasets policy nse-kenya basic --rows code=SCOM,KCB --columns day_price --history-days 365 --delay-hours 24",
    "wizdata datasets policy nse-kenya basic --clear",
  ],
  output: answer("datasets.setLicense"),
  changes: true,
  run: async ({ wizdata, signal }, { slug, tier, clear, ...wanted }) => {
    const policy = readPolicy(wanted);
    if ((policy === undefined) === !clear)
      throw usageFailure("Say what is to be seen, or give --clear.", { next: ["wizdata datasets policy --help"] });
    const { data } = await wizdata.datasets.licenses(slug, { signal });
    const license = data.find((one) => one.tier === tier);
    if (!license) throw new Failure("not_found", "not_found", `${slug} has no tier ${tier}.`);
    const { per_minute, per_day, per_month, features, price_multiplier } = license;
    const terms = { per_minute, per_day, per_month, features, price_multiplier, policy: policy ?? null };
    return wizdata.datasets.setLicense(slug, tier, terms, { signal });
  },
  view: (license) => licenseView(license),
});

type Wanted = {
  rows: string[];
  columns: string[] | undefined;
  historyDays: number | undefined;
  delayHours: number | undefined;
  intervalSeconds: number | undefined;
};

/** Undefined where nothing was said. */
function readPolicy({ rows, columns, historyDays, delayHours, intervalSeconds }: Wanted): NewPolicy | undefined {
  const limits = [columns, historyDays, delayHours, intervalSeconds];
  if (rows.length === 0 && limits.every((limit) => limit === undefined)) return undefined;
  return {
    rows: readRows(rows),
    columns: columns ?? null,
    history_days: historyDays ?? null,
    delay_hours: delayHours ?? null,
    interval_seconds: intervalSeconds ?? null,
  };
}

/** A column may be named again for more of its values. */
function readRows(chosen: readonly string[]): Record<string, string[]> {
  const rows: Record<string, string[]> = {};
  for (const text of chosen) {
    const at = text.indexOf("=");
    if (at < 1)
      throw usageFailure(`${text} chooses no rows.`, { hint: "Give column=value,value, such as code=SCOM,KCB." });
    const column = text.slice(0, at);
    rows[column] = [...(rows[column] ?? []), ...text.slice(at + 1).split(",")];
  }
  return rows;
}
