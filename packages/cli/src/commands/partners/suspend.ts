import { command } from "../../command.ts";
import { partnerArgument, partnerIdOf } from "../../find-partner.ts";
import { answer } from "../../output/schema.ts";
import { partnerView } from "../../views/partner.ts";

export default command({
  summary: "Suspend a partner: all its keys are refused at once",
  details: "Nothing is deleted; wizdata partners reactivate undoes it.",
  args: { partner: partnerArgument() },
  examples: ["wizdata partners suspend data@baobab.example --yes"],
  output: answer("partners.suspend"),
  changes: true,
  confirm: ({ partner }) => `Suspend ${partner}, so that every key of it is refused at once?`,
  run: async ({ wizdata, signal }, { partner }) =>
    wizdata.partners.suspend(await partnerIdOf(wizdata, partner, signal), { signal }),
  view: (partner) => partnerView(partner, [`Undo: wizdata partners reactivate ${partner.id}`]),
});
