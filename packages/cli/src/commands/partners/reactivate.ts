import { command } from "../../command.ts";
import { partnerArgument, partnerIdOf } from "../../find-partner.ts";
import { answer } from "../../output/schema.ts";
import { partnerView } from "../../views/partner.ts";

export default command({
  summary: "Reactivate a suspended partner",
  args: { partner: partnerArgument() },
  examples: ["wizdata partners reactivate data@baobab.example"],
  output: answer("partners.reactivate"),
  changes: true,
  run: async ({ wizdata, signal }, { partner }) =>
    wizdata.partners.reactivate(await partnerIdOf(wizdata, partner, signal), { signal }),
  view: (partner) => partnerView(partner),
});
