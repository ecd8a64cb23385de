import { command } from "../../command.ts";
import { optional } from "../../fields.ts";
import { ownPartnerId, partnerArgument, partnerIdOf } from "../../find-partner.ts";
import { answer } from "../../output/schema.ts";
import { onboardingView } from "../../views/onboarding.ts";

export default command({
  summary: "Show how far a partner is, from its company to its first call, and what is next",
  details:
    "Facts show by themselves; the others are stated with wizdata partners confirm. A partner's own key needs no name.",
  args: { partner: optional(partnerArgument()) },
  examples: ["wizdata partners onboarding data@baobab.example"],
  output: answer("partners.onboarding"),
  run: async ({ wizdata, signal }, { partner }) => {
    const id = await (partner === undefined ? ownPartnerId(wizdata, signal) : partnerIdOf(wizdata, partner, signal));
    return wizdata.partners.onboarding(id, { signal });
  },
  view: (onboarding) => onboardingView(onboarding),
});
