import { command } from "../../command.ts";
import { usageFailure } from "../../failures.ts";
import { given, integerOr, many, optional, someOf, text, toggle } from "../../fields.ts";
import { answer } from "../../output/schema.ts";
import { keyView } from "../../views/key.ts";
import { scopes as allScopes, nothing } from "../../words.ts";

export default command({
  summary: "Change what a key may do: its rights, its addresses, its own limits",
  details: "It holds for the key and its replacements from their next request. What is not given stays as it is.",
  args: { key: text("the key's id") },
  flags: {
    name: optional(text("what it is for", "name")),
    scopes: optional(someOf("exactly these rights", allScopes, "a,b")),
    allow: many(text("an address range it may be used from, in place of all others", "range")),
    allowAnywhere: toggle("let it be used from everywhere"),
    perMinute: optional(integerOr(nothing, "a limit of its own", "calls", 1)),
    perDay: optional(integerOr(nothing, "a limit of its own", "calls", 1)),
    perMonth: optional(integerOr(nothing, "a limit of its own", "calls", 1)),
    force: toggle("also when it is your own key and could not be used from here afterwards"),
  },
  examples: [
    "wizdata keys update key_01jcz3q8v4k2m6n8p0r2t4w6x8 --allow 196.25.1.0/24 --allow 2001:db8::/32",
    "wizdata keys update key_01jcz3q8v4k2m6n8p0r2t4w6x8 --per-day 5000 --per-minute none",
  ],
  output: answer("keys.update"),
  changes: true,
  run: ({ wizdata, signal }, { key, name, scopes, allow, allowAnywhere, force, ...caps }) => {
    if (allowAnywhere && allow.length > 0) throw usageFailure("Give --allow or --allow-anywhere, not both.");
    const limits = given({
      per_minute: orNull(caps.perMinute),
      per_day: orNull(caps.perDay),
      per_month: orNull(caps.perMonth),
    });
    const changes = given({
      name,
      scopes,
      allowlist: allowAnywhere ? null : allow.length > 0 ? allow : undefined,
      caps: Object.keys(limits).length > 0 ? limits : undefined,
    });
    if (Object.keys(changes).length === 0)
      throw usageFailure("Say what to change.", { next: ["wizdata keys update --help"] });
    return wizdata.keys.update(key, { ...changes, ...(force ? { force } : {}) }, { signal });
  },
  view: (key) => keyView(key),
});

const orNull = (value: number | typeof nothing | undefined) => (value === nothing ? null : value);
