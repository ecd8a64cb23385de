import { command } from "../../command.ts";
import { choice, given, optional, text, toggle } from "../../fields.ts";
import { listFlags, listView, readList } from "../../listing.ts";
import { answer } from "../../output/schema.ts";
import { partnerColumns } from "../../views/partner.ts";
import { partnerStatuses, plans } from "../../words.ts";

export default command({
  summary: "List partners, oldest first",
  flags: {
    status: optional(choice("only of this status", partnerStatuses)),
    plan: optional(choice("only on this plan", plans)),
    email: optional(text("only the one with this address", "email")),
    notOnboarded: toggle("only those with a step of the onboarding still to do"),
    ...listFlags,
  },
  examples: [
    "wizdata partners list",
    "wizdata partners list --not-onboarded",
    "wizdata partners list --status suspended --all --json",
  ],
  output: answer("partners.list"),
  run: ({ wizdata, signal }, { status, plan, email, notOnboarded, ...flags }) =>
    readList(flags, (page) => {
      const onboarded = notOnboarded ? false : undefined;
      return wizdata.partners.list({ ...page, ...given({ status, plan, email, onboarded }) }, { signal });
    }),
  view: (list) => listView(list, partnerColumns, "partners"),
});
