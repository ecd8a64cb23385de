import type { Context } from "../../command.ts";
import { command } from "../../command.ts";
import { usageFailure } from "../../failures.ts";
import { choice, type Field, given, InvalidValue, many, optional, text, withDefault } from "../../fields.ts";
import { onboard, type WantedSubscription } from "../../onboarding.ts";
import { snippetFor } from "../../onboarding-snippet.ts";
import { minorUnits } from "../../output/money.ts";
import { anyOf, arrayOf, named, objectOf, oneOf, string } from "../../output/schema.ts";
import { plain, record, sections, table } from "../../output/view.ts";
import { ask } from "../../prompts.ts";
import { canAsk } from "../../terminal.ts";
import { billings, plans, tiers } from "../../words.ts";

const usualCurrency = "ZAR";

export default command({
  summary: "Onboard a partner in one go: company, subscriptions, first key, and what to send to it",
  details:
    "What is missing is asked for on a terminal. Running it again with the same address goes on where it stopped: what is there is kept. The secret of a new key is shown this once.",
  flags: {
    company: optional(text("the company's name", "name")),
    email: optional(text("its address, by which it is found again", "email")),
    subscribe: many(subscriptionField()),
    keyName: withDefault(text("what its first key is called", "name"), "first key"),
    plan: optional(choice("its plan (default: free)", plans)),
    industry: optional(text("its industry")),
    country: optional(text("its country, ISO 3166-1 alpha-3 such as ZAF", "code")),
    currency: optional(text(`its billing currency, ISO 4217 (default: ${usualCurrency})`, "code")),
    timeZone: optional(text("where its days and months begin (default: Africa/Johannesburg)", "zone")),
    spendingLimit: optional(text("what it may spend in a month, such as 5000.00", "amount")),
  },
  examples: [
    "wizdata partners onboard --company 'Baobab Capital' --email data@baobab.example --plan professional --subscribe nse-kenya:premium",
    "wizdata partners onboard --company Acacia --email it@acacia.example --subscribe nse-kenya:basic:annual --subscribe sadc-esg:free",
  ],
  output: objectOf({
    partner: named("Partner"),
    subscriptions: arrayOf(named("Subscription")),
    key: anyOf(named("NewKeySecret"), named("Key")),
    steps: arrayOf(
      objectOf({
        step: oneOf("partner", "subscription", "key"),
        id: string,
        what: string,
        state: oneOf("done", "kept"),
      }),
    ),
    snippet: string,
  }),
  changes: true,
  run: async (
    context,
    { company, email, subscribe, keyName, plan, industry, country, currency, timeZone, spendingLimit },
  ) => {
    const limit = spendingLimit === undefined ? undefined : minorUnits(spendingLimit, currency ?? usualCurrency);
    const partner = {
      company: company ?? (await askFor(context, "--company", "Company")),
      email: email ?? (await askFor(context, "--email", "E-mail address")),
      ...given({
        plan,
        industry,
        country,
        billing_currency: currency,
        time_zone: timeZone,
        monthly_spending_limit: limit,
      }),
    };
    const subscriptions = subscribe.length > 0 ? subscribe : await askForSubscriptions(context);
    const onboarded = await onboard(context, { partner, keyName, subscriptions });
    const { baseUrl } = await context.connection();
    const datasets = onboarded.subscriptions.map(({ dataset }) => dataset);
    return { ...onboarded, snippet: snippetFor({ baseUrl, company: onboarded.partner.company, datasets }) };
  },
  view: ({ partner, steps, key, snippet }) => {
    const isNew = "secret" in key;
    return sections(
      {
        steps: table(steps, {
          step: ({ step }) => step,
          what: ({ what }) => what,
          state: ({ state }) => state,
          id: ({ id }) => id,
        }),
        key: record({ id: key.id, name: key.name, secret: isNew ? key.secret : undefined }),
        snippet: plain(snippet),
      },
      [
        isNew
          ? "The secret is shown this once and kept nowhere. Send it another way than the snippet."
          : `The key was there already; its secret cannot be shown again. A new one: wizdata keys rotate ${key.id}`,
        `What is still to do: wizdata partners onboarding ${partner.id}`,
      ],
    );
  },
});

function subscriptionField(): Field<WantedSubscription> {
  return {
    about: "subscribe it: a dataset, a tier, and monthly (default), annual or payg",
    placeholder: "slug:tier[:billing]",
    kind: "one",
    required: true,
    read: readSubscription,
  };
}

function readSubscription(value: string): WantedSubscription {
  const [dataset = "", tierText = "", billingText = "monthly", ...more] = value.split(":");
  const tier = tiers.find((name) => name === tierText);
  const billing = billings.find((name) => name === billingText);
  if (dataset === "" || !tier || !billing || more.length > 0) {
    throw new InvalidValue(
      `It must be slug:tier or slug:tier:billing, with tier ${tiers.join(", ")} and billing ${billings.join(", ")}.`,
    );
  }
  return { dataset, tier, billing };
}

async function askFor({ terminal }: Context, flag: string, question: string): Promise<string> {
  if (!canAsk(terminal))
    throw usageFailure(`${flag} is missing, and nobody is here to ask.`, { next: ["wizdata partners onboard --help"] });
  const answer = await ask(terminal, question);
  if (answer === "") throw usageFailure(`${question}: there was no answer.`);
  return answer;
}

/** A partner without a subscription is fine: one can be added at any time. */
async function askForSubscriptions({ terminal, note }: Context): Promise<WantedSubscription[]> {
  if (!canAsk(terminal)) return [];
  await note("Datasets to subscribe it to, as slug:tier or slug:tier:billing. An empty line ends the list.");
  const wanted: WantedSubscription[] = [];
  for (let answer = await ask(terminal, "Subscribe"); answer !== ""; answer = await ask(terminal, "Subscribe")) {
    wanted.push(readSubscription(answer));
  }
  return wanted;
}
