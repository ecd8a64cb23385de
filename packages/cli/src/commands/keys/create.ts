import { command } from "../../command.ts";
import { usageFailure } from "../../failures.ts";
import { given, integer, many, optional, someOf, text, toggle } from "../../fields.ts";
import { ownPartnerId, partnerArgument, partnerIdOf } from "../../find-partner.ts";
import { answer } from "../../output/schema.ts";
import { instant } from "../../output/times.ts";
import { newKeyView } from "../../views/key.ts";
import { scopes as allScopes } from "../../words.ts";

export default command({
  summary: "Create a key and show its secret, once",
  details:
    "Without a partner, a partner's own key makes one for its company. --operator makes a key for the vendor's staff.",
  args: { partner: optional(partnerArgument()) },
  flags: {
    name: text("what the key is for", "name"),
    operator: toggle("make an operator's key"),
    test: toggle("make a test key: the first 1 000 rows of a dataset, limited, never billed"),
    scopes: optional(someOf("exactly these rights (default: all that reading data needs)", allScopes, "a,b")),
    expires: optional(instant("when it ends")),
    allow: many(text("an address range it may be used from, such as 196.25.1.0/24", "range")),
    perMinute: optional(integer("a limit of its own", "calls", 1)),
    perDay: optional(integer("a limit of its own", "calls", 1)),
    perMonth: optional(integer("a limit of its own", "calls", 1)),
  },
  examples: [
    "wizdata keys create data@baobab.example --name 'nightly pull'",
    "wizdata keys create data@baobab.example --name trial --test --expires 2030-12-31",
    "wizdata keys create --operator --name 'on-call' --scopes partners:read,usage:read",
  ],
  output: answer("keys.create"),
  changes: true,
  run: async ({ wizdata, signal }, { partner, name, operator, test, allow, expires, scopes, ...caps }) => {
    const allowlist = allow.length > 0 ? allow : undefined;
    const shared = { name, ...given({ scopes, expires_at: expires, allowlist }) };
    const limits = given({ per_minute: caps.perMinute, per_day: caps.perDay, per_month: caps.perMonth });
    const hasLimits = Object.keys(limits).length > 0;
    if (operator) {
      if (partner !== undefined || test || hasLimits)
        throw usageFailure("An operator's key has no partner, no test mode and no limits of its own.");
      return wizdata.operatorKeys.create(shared, { signal });
    }
    const id =
      partner === undefined ? await ownPartnerId(wizdata, signal) : await partnerIdOf(wizdata, partner, signal);
    const mode = test ? ("test" as const) : ("live" as const);
    return wizdata.keys.create(id, { ...shared, mode, ...(hasLimits ? { caps: limits } : {}) }, { signal });
  },
  view: (key) => newKeyView(key),
});
