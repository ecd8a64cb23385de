import assert from "node:assert/strict";
import { WizData } from "@wizdata/sdk";
import { withHome } from "../scripts/proving/home.ts";
import { openMarket, openReader, slug, unlimited } from "../scripts/proving/market.ts";
import { type Proof, randomOf } from "../scripts/proving/proof.ts";
import { readStored } from "../scripts/proving/stored.ts";
import { midnights } from "./clock/calendar.ts";
import { openFakeTime } from "./clock/fake-time.ts";
import { callThroughJumps, perMinute } from "./clock/minutes.ts";
import { Caller, quotas } from "./clock/quotas.ts";

// The clock of a running server is set over midnights, back before them and forth again; and a minute is stretched by setting it back.

const beforeMs = 4 * 60_000;
const jumpMs = 10 * 60_000;
const minutesForMs = { quick: 4_000, whole: 130_000 };
const minuteSlug = "by-the-minute";

export default {
  summary:
    "Whatever its clock does, a server resets each quota once, at the local midnight of its partner, and admits no more than a limit in any minute",
  run: async ({ quick, seed, say }) => {
    const time = openFakeTime();
    const random = randomOf(seed);
    const nights = midnights(quick);
    const [firstNight] = nights;
    assert.ok(firstNight);
    time.set(firstNight.atMs - 24 * 3_600_000);
    try {
      return await withHome(
        async (home) => {
          let server = await home.start();
          const { operator } = await openMarket(server.url, home.operatorKey, {
            readers: 0,
            slugs: [slug, minuteSlug],
          });
          await operator.datasets.setLicense(slug, "enterprise", { ...unlimited, ...quotas });
          const callers = new Map<string, Caller>();
          for (const zone of new Set(nights.map((night) => night.zone))) {
            const name = zone.toLowerCase().replace(/[\W_]/g, "");
            callers.set(zone, new Caller(await openReader(operator, name, { timeZone: zone }), zone, time));
          }
          for (const { zone, date, atMs } of nights) {
            const caller = callers.get(zone);
            assert.ok(caller);
            for (const stepMs of [-beforeMs, jumpMs - beforeMs, -beforeMs, jumpMs - beforeMs]) {
              time.set(atMs + stepMs);
              await caller.useUp(server.url);
            }
            if (quick) continue;
            await server.stop();
            time.set(atMs - beforeMs);
            server = await home.start();
            await caller.useUp(server.url);
            time.set(atMs + jumpMs);
            await caller.useUp(server.url);
            say(`${date} ${zone}`);
          }
          // A server that was started again has another port.
          const operatorNow = new WizData({ baseURL: server.url, apiKey: home.operatorKey });
          const minute = await openReader(operatorNow, "minute", {
            slugs: [minuteSlug],
            caps: { per_minute: perMinute },
          });
          const path = `/api/v1/data/${minuteSlug}?limit=1`;
          const forMs = quick ? minutesForMs.quick : minutesForMs.whole;
          const jumped = await callThroughJumps({ url: server.url, key: minute.key, path, time, random, forMs });
          await server.stop();
          const stored = await readStored(home);
          for (const caller of callers.values()) caller.compare(stored);
          await home.check();
          const sum = (of: (caller: Caller) => number) => [...callers.values()].reduce((all, one) => all + of(one), 0);
          return {
            figures: `${nights.length} midnights in ${callers.size} zones, each crossed, set back before and crossed again: ${sum(({ granted }) => granted)} calls granted and ${sum(({ refused }) => refused)} refused as the calendar says; ${jumped.most} of ${perMinute} calls a minute at most, the clock set back ${jumped.jumps} times by ten`,
          };
        },
        { settings: time.settings },
      );
    } finally {
      time.remove();
    }
  },
} satisfies Proof;
