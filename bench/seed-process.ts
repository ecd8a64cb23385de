import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { commitTogether, openMeteredHome } from "./metered-home.ts";

// A year of usage, stored by the meter itself under a clock of its own: `seed-process.ts HOME EVENTS`. Ends when it is written.

const [home = "", eventsText = ""] = process.argv.slice(2);
const events = Number(eventsText);
const partners = 1_000;
const keysEach = 3;
const eventsAtOnce = 1_000;
const yearMs = 365 * 86_400_000;

const endMs = Date.now();
let nowMs = endMs - yearMs;
const opened = await openMeteredHome(home, { partners, keysEach, clock: () => new Date(nowMs) });
const { callers, operatorKey, secret } = opened;
let next = 0;
for (let stored = 0; stored < events; stored += eventsAtOnce) {
  nowMs = Math.round(endMs - yearMs * (1 - stored / events));
  const group = Array.from({ length: Math.min(eventsAtOnce, events - stored) }, () => callers[next++ % callers.length]);
  await commitTogether(
    opened,
    group.filter((caller) => caller !== undefined),
  );
}
const [first] = callers;
await opened.close();
writeFileSync(join(home, "seeded.json"), JSON.stringify({ operatorKey, secret, partnerId: first?.partnerId }));
process.exit();
