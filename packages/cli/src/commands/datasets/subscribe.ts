import { command } from "../../command.ts";
import { choice, given, optional, text, withDefault } from "../../fields.ts";
import { partnerIdOf } from "../../find-partner.ts";
import { answer } from "../../output/schema.ts";
import { subscriptionView } from "../../views/subscription.ts";
import { billings, tiers } from "../../words.ts";

export default command({
  summary: "Subscribe a partner to a dataset under a tier",
  details: "The right begins with the partner's next request, and the price of this moment is recorded.",
  args: { slug: text("the dataset") },
  flags: {
    partner: optional(text("the partner, by id or e-mail address; a partner's own key needs none", "partner")),
    tier: choice("what it may do and what it costs", tiers),
    billing: withDefault(choice("how it is paid", billings), "monthly"),
  },
  examples: ["wizdata datasets subscribe nse-kenya --partner data@baobab.example --tier premium --billing annual"],
  output: answer("datasets.subscribe"),
  changes: true,
  run: async ({ wizdata, signal }, { slug, partner, tier, billing }) => {
    const partner_id = partner === undefined ? undefined : await partnerIdOf(wizdata, partner, signal);
    return wizdata.datasets.subscribe(slug, { ...given({ partner_id }), tier, billing }, { signal });
  },
  view: (subscription) => subscriptionView(subscription),
});
