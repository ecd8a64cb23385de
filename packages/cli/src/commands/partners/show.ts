import { command } from "../../command.ts";
import { partnerArgument, partnerIdOf } from "../../find-partner.ts";
import { answer } from "../../output/schema.ts";
import { partnerView } from "../../views/partner.ts";

export default command({
  summary: "Show a partner",
  args: { partner: partnerArgument() },
  examples: ["wizdata partners show data@baobab.example"],
  output: answer("partners.retrieve"),
  run: async ({ wizdata, signal }, { partner }) =>
    wizdata.partners.retrieve(await partnerIdOf(wizdata, partner, signal), { signal }),
  view: (partner) => partnerView(partner),
});
