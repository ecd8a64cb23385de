import { command } from "../../command.ts";
import { given, integer, optional, text } from "../../fields.ts";
import { partnerIdOf } from "../../find-partner.ts";
import { lookAgain } from "../../output/looks.ts";
import { PageStream } from "../../output/page-stream.ts";
import { answer, arrayOf, boolean, nullable, objectOf, string, withMembers } from "../../output/schema.ts";
import { duration } from "../../output/times.ts";
import { limitLines, type Seen, seenView } from "../../views/live-limits.ts";

// Each look is one of the few hundred calls a minute that are let through without being metered.
const rhythm = { minSeconds: 1, maxSeconds: 3_600 };
const everySecondsUsual = 2;
// Somebody waits for this look, and the next one comes anyway.
const lookMsMax = 10_000;

export default command({
  summary: "Watch every limit: what is used and left of it, and how long until it resets",
  details:
    "On a terminal each look takes the place of the one before; q ends it. Elsewhere each look is lines of its own, with the time first, and with --ndjson one object. With --json all looks are one value, which --count or Ctrl-C ends. A connection that is lost later on is tried again until it is back. Looking is not metered.",
  flags: {
    partner: optional(text("whose limits, by id or e-mail address (operators)", "partner")),
    every: optional(duration("how long from one look to the next, 1s to 1h (default: 2s)", rhythm)),
    count: optional(integer("end after so many looks", "n", 1)),
  },
  examples: [
    "wizdata usage watch",
    "wizdata usage watch --partner data@baobab.example --every 10s",
    "wizdata usage watch --every 1m --count 3 --ndjson",
  ],
  output: objectOf({
    data: arrayOf(withMembers(answer("usage.limits"), { at: string })),
    has_more: boolean,
    next_cursor: nullable(string),
  }),
  run: async ({ wizdata, signal }, { partner, every = everySecondsUsual, count }) => {
    const partner_id = partner === undefined ? undefined : await partnerIdOf(wizdata, partner, signal);
    // Tried again by the next look, so that a lost connection is told at once.
    const options = { signal, maxRetries: 0, timeoutMs: lookMsMax };
    const look = async (): Promise<Seen> => {
      const limits = await wizdata.usage.limits(given({ partner_id }), options);
      return { at: new Date().toISOString(), ...limits };
    };
    return new PageStream(lookAgain(look, { everySeconds: every, looksMax: count, signal }));
  },
  view: ({ data }) => seenView(data),
  live: ({ data }, screen) => data.flatMap((seen) => limitLines(seen, screen)),
});
