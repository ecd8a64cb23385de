import { command } from "../../command.ts";
import { usageFailure } from "../../failures.ts";
import { choice, given, optional, toggle } from "../../fields.ts";
import { ownPartnerId, partnerArgument, partnerIdOf } from "../../find-partner.ts";
import { listFlags, listView, readList } from "../../listing.ts";
import { answer } from "../../output/schema.ts";
import { keyColumns } from "../../views/key.ts";
import { keyStatuses } from "../../words.ts";

export default command({
  summary: "List the keys of a partner, oldest first",
  details: "Without a partner, a partner's own key lists those of its company.",
  args: { partner: optional(partnerArgument()) },
  flags: {
    operator: toggle("list the operators' keys"),
    status: optional(choice("only of this status", keyStatuses)),
    ...listFlags,
  },
  examples: ["wizdata keys list data@baobab.example --status active", "wizdata keys list --operator"],
  output: answer("keys.list"),
  run: async ({ wizdata, signal }, { partner, operator, status, ...flags }) => {
    if (operator && partner !== undefined) throw usageFailure("An operator's key has no partner.");
    const filter = given({ status });
    if (operator) return readList(flags, (page) => wizdata.operatorKeys.list({ ...page, ...filter }, { signal }));
    const id =
      partner === undefined ? await ownPartnerId(wizdata, signal) : await partnerIdOf(wizdata, partner, signal);
    return readList(flags, (page) => wizdata.keys.list(id, { ...page, ...filter }, { signal }));
  },
  view: (list) => listView(list, keyColumns, "keys"),
});
