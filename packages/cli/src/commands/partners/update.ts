import type { WizData } from "@wizdata/sdk";
import { command } from "../../command.ts";
import { usageFailure } from "../../failures.ts";
import { choice, given, many, optional, someOf, text, toggle } from "../../fields.ts";
import { partnerArgument, partnerIdOf } from "../../find-partner.ts";
import { minorUnits } from "../../output/money.ts";
import { answer } from "../../output/schema.ts";
import { partnerView } from "../../views/partner.ts";
import { nothing, plans, selfServices, tiers } from "../../words.ts";

export default command({
  summary: "Change a partner",
  details:
    "What is not given stays as it is. Limits of a new plan apply from the next request, a new time zone from the next month.",
  args: { partner: partnerArgument() },
  flags: {
    company: optional(text("the company's name", "name")),
    email: optional(text("its address", "email")),
    plan: optional(choice("its plan", plans)),
    industry: optional(text(`its industry, or ${nothing}`)),
    country: optional(text(`its country, ISO 3166-1 alpha-3 such as ZAF, or ${nothing}`, "code")),
    timeZone: optional(text("where its days and months begin", "zone")),
    spendingLimit: optional(text(`what it may spend in a month, such as 5000.00, or ${nothing}`, "amount")),
    allow: many(text("an address range its keys may be used from, in place of all others", "range")),
    allowAnywhere: toggle("let its keys be used from everywhere"),
    selfService: optional(choice("what its own keys may do with subscriptions", selfServices)),
    selfServiceTiers: optional(someOf("only in these tiers (default: all)", tiers, "a,b")),
  },
  examples: [
    "wizdata partners update data@baobab.example --plan enterprise",
    "wizdata partners update data@baobab.example --spending-limit 5000.00",
    "wizdata partners update data@baobab.example --allow 196.25.1.0/24",
    "wizdata partners update data@baobab.example --self-service change --self-service-tiers free,basic",
  ],
  output: answer("partners.update"),
  changes: true,
  run: async (
    { wizdata, signal },
    {
      partner,
      industry,
      country,
      timeZone,
      spendingLimit,
      allow,
      allowAnywhere,
      selfService,
      selfServiceTiers,
      ...same
    },
  ) => {
    if (allowAnywhere && allow.length > 0) throw usageFailure("Give --allow or --allow-anywhere, not both.");
    if (selfServiceTiers && !selfService) throw usageFailure("Give --self-service with --self-service-tiers.");
    const id = await partnerIdOf(wizdata, partner, signal);
    const limit = spendingLimit === undefined ? undefined : await readLimit(wizdata, id, spendingLimit, signal);
    const changes = given({
      ...same,
      self_service: selfService && { subscriptions: selfService, tiers: selfServiceTiers ?? null },
      allowlist: allowAnywhere ? null : allow.length > 0 ? allow : undefined,
      industry: orNull(industry),
      country: orNull(country),
      time_zone: timeZone,
      monthly_spending_limit: limit,
    });
    if (Object.keys(changes).length === 0)
      throw usageFailure("Say what to change.", { next: ["wizdata partners update --help"] });
    return wizdata.partners.update(id, changes, { signal });
  },
  view: (partner) => partnerView(partner),
});

const orNull = (value: string | undefined) => (value === nothing ? null : value);

async function readLimit(wizdata: WizData, id: string, amount: string, signal: AbortSignal): Promise<number | null> {
  if (amount === nothing) return null;
  const { billing_currency: currency } = await wizdata.partners.retrieve(id, { signal });
  return minorUnits(amount, currency);
}
