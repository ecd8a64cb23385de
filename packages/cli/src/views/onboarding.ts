import type { Onboarding } from "@wizdata/sdk";
import { timeText } from "../output/times.ts";
import { table, type View } from "../output/view.ts";

type Step = Onboarding["steps"][number]["step"];

/** What an operator types to bring a step about. */
const commands: Record<Step, (partner: string) => string> = {
  company: (partner) => `wizdata partners show ${partner}`,
  contact_verified: (partner) => `wizdata partners confirm ${partner} contact_verified --note 'how one knows'`,
  agreement: (partner) => `wizdata partners confirm ${partner} agreement --note 'which contract'`,
  first_key: (partner) => `wizdata keys create ${partner} --name 'first key'`,
  first_subscription: (partner) => `wizdata datasets subscribe SLUG --partner ${partner} --tier basic`,
  first_call: () => "wizdata auth login, and wizdata data query SLUG, with the partner's key",
};

export function onboardingView({ partner_id, completed_at, steps }: Onboarding): View {
  const open = steps.find(({ done_at }) => done_at === null);
  return table(
    steps,
    {
      done: ({ done_at }) => (done_at === null ? "·" : "✓"),
      step: ({ step }) => step,
      done_at: ({ done_at }) => timeText(done_at),
      source: ({ source }) => source,
      by: ({ by }) => by,
      note: ({ note }) => note,
    },
    [open ? `Next: ${commands[open.step](partner_id)}` : `All done since ${timeText(completed_at)}.`],
  );
}
