import { command } from "../../command.ts";
import { choice, given, optional, text } from "../../fields.ts";
import { minorUnits } from "../../output/money.ts";
import { answer } from "../../output/schema.ts";
import { partnerView } from "../../views/partner.ts";
import { plans } from "../../words.ts";

const usualCurrency = "ZAR";

export default command({
  summary: "Register a partner company",
  flags: {
    company: text("the company's name", "name"),
    email: text("its address, unique on the platform", "email"),
    plan: optional(choice("its plan (default: free)", plans)),
    industry: optional(text("its industry")),
    country: optional(text("its country, ISO 3166-1 alpha-3 such as ZAF", "code")),
    currency: optional(text(`its billing currency, ISO 4217 (default: ${usualCurrency})`, "code")),
    timeZone: optional(text("where its days and months begin (default: Africa/Johannesburg)", "zone")),
    spendingLimit: optional(text("what it may spend in a month, such as 5000.00", "amount")),
  },
  examples: [
    "wizdata partners create --company 'Baobab Capital' --email data@baobab.example --plan professional --country ZAF",
  ],
  output: answer("partners.create"),
  changes: true,
  run: ({ wizdata, signal }, { company, email, plan, industry, country, currency, timeZone, spendingLimit }) => {
    const limit = spendingLimit === undefined ? undefined : minorUnits(spendingLimit, currency ?? usualCurrency);
    const optionals = {
      plan,
      industry,
      country,
      billing_currency: currency,
      time_zone: timeZone,
      monthly_spending_limit: limit,
    };
    return wizdata.partners.create({ company, email, ...given(optionals) }, { signal });
  },
  view: (partner) => partnerView(partner, [`Give it a key: wizdata keys create ${partner.id} --name "first key"`]),
});
