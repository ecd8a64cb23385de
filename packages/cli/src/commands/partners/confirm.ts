import { command } from "../../command.ts";
import { choice, given, optional, text } from "../../fields.ts";
import { partnerArgument, partnerIdOf } from "../../find-partner.ts";
import { answer } from "../../output/schema.ts";
import { instant } from "../../output/times.ts";
import { onboardingView } from "../../views/onboarding.ts";
import { statedSteps } from "../../words.ts";

export default command({
  summary: "State that a step of a partner's onboarding is done",
  args: { partner: partnerArgument(), step: choice("which", statedSteps) },
  flags: {
    note: text("how one knows, for whoever asks later", "text"),
    doneAt: optional(instant("when it was done (default: now)")),
  },
  examples: ["wizdata partners confirm data@baobab.example agreement --note 'Contract 2026-114, signed by both'"],
  output: answer("partners.completeStep"),
  changes: true,
  run: async ({ wizdata, signal }, { partner, step, note, doneAt }) => {
    const id = await partnerIdOf(wizdata, partner, signal);
    return wizdata.partners.completeStep(id, step, { note, ...given({ done_at: doneAt }) }, { signal });
  },
  view: (onboarding) => onboardingView(onboarding),
});
