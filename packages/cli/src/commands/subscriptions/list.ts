import { command } from "../../command.ts";
import { choice, given, optional, text } from "../../fields.ts";
import { partnerIdOf } from "../../find-partner.ts";
import { listFlags, listView, readList } from "../../listing.ts";
import { answer } from "../../output/schema.ts";
import { subscriptionColumns } from "../../views/subscription.ts";
import { subscriptionStatuses } from "../../words.ts";

export default command({
  summary: "List subscriptions, oldest first",
  flags: {
    partner: optional(text("only of this partner, by id or e-mail address", "partner")),
    dataset: optional(text("only to this dataset", "slug")),
    status: optional(choice("only of this status", subscriptionStatuses)),
    ...listFlags,
  },
  examples: [
    "wizdata subscriptions list --partner data@baobab.example",
    "wizdata subscriptions list --dataset nse-kenya --status active --all --json",
  ],
  output: answer("subscriptions.list"),
  run: async ({ wizdata, signal }, { partner, dataset, status, ...flags }) => {
    const partner_id = partner === undefined ? undefined : await partnerIdOf(wizdata, partner, signal);
    const filter = given({ partner_id, dataset, status });
    return readList(flags, (page) => wizdata.subscriptions.list({ ...page, ...filter }, { signal }));
  },
  view: (list) => listView(list, subscriptionColumns, "subscriptions"),
});
