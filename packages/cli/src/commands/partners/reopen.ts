import { command } from "../../command.ts";
import { choice } from "../../fields.ts";
import { partnerArgument, partnerIdOf } from "../../find-partner.ts";
import { answer } from "../../output/schema.ts";
import { onboardingView } from "../../views/onboarding.ts";
import { statedSteps } from "../../words.ts";

export default command({
  summary: "Take back that a step of a partner's onboarding is done",
  args: { partner: partnerArgument(), step: choice("which", statedSteps) },
  examples: ["wizdata partners reopen data@baobab.example agreement"],
  output: answer("partners.reopenStep"),
  changes: true,
  run: async ({ wizdata, signal }, { partner, step }) =>
    wizdata.partners.reopenStep(await partnerIdOf(wizdata, partner, signal), step, { signal }),
  view: (onboarding) => onboardingView(onboarding),
});
