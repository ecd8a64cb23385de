import type { WizData } from "@wizdata/sdk";
import { command } from "../../command.ts";
import { usageFailure } from "../../failures.ts";
import { choice, given, optional, text } from "../../fields.ts";
import { partnerArgument, partnerIdOf } from "../../find-partner.ts";
import { minorUnits } from "../../output/money.ts";
import { answer } from "../../output/schema.ts";
import { partnerView } from "../../views/partner.ts";
import { plans } from "../../words.ts";

const nothing = "none";

export default command({
  summary: "Change a partner",
  details:
    "What is not given stays as it is. Limits of a new plan apply from the next request, a new time zone from the next day.",
  args: { partner: partnerArgument() },
  flags: {
    company: optional(text("the company's name", "name")),
    email: optional(text("its address", "email")),
    plan: optional(choice("its plan", plans)),
    industry: optional(text(`its industry, or ${nothing}`)),
    country: optional(text(`its country, ISO 3166-1 alpha-3 such as ZAF, or ${nothing}`, "code")),
    timeZone: optional(text("where its days and months begin", "zone")),
    spendingLimit: optional(text(`what it may spend in a month, such as 5000.00, or ${nothing}`, "amount")),
  },
  examples: [
    "wizdata partners update data@baobab.example --plan enterprise",
    "wizdata partners update data@baobab.example --spending-limit 5000.00",
  ],
  output: answer("partners.update"),
  changes: true,
  run: async ({ wizdata, signal }, { partner, company, email, plan, industry, country, timeZone, spendingLimit }) => {
    const id = await partnerIdOf(wizdata, partner, signal);
    const limit = spendingLimit === undefined ? undefined : await readLimit(wizdata, id, spendingLimit, signal);
    const changes = given({
      company,
      email,
      plan,
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
