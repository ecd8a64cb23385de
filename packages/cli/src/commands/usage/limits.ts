import { command } from "../../command.ts";
import { given, optional, text } from "../../fields.ts";
import { partnerIdOf } from "../../find-partner.ts";
import { answer } from "../../output/schema.ts";
import { limitsView } from "../../views/usage.ts";

export default command({
  summary: "Show every limit: what is used, reserved and left of it, and when it resets",
  flags: { partner: optional(text("whose limits, by id or e-mail address (operators)", "partner")) },
  examples: ["wizdata usage limits", "wizdata usage limits --partner data@baobab.example --json"],
  output: answer("usage.limits"),
  run: async ({ wizdata, signal }, { partner }) => {
    const partner_id = partner === undefined ? undefined : await partnerIdOf(wizdata, partner, signal);
    return wizdata.usage.limits(given({ partner_id }), { signal });
  },
  view: limitsView,
});
