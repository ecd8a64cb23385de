import type { Measure, Round } from "../measure.ts";
import type { ServerProcess } from "../server-process.ts";
import { serveUsage, type UsageHome, usageEvents, usageHome } from "../usage-home.ts";

const restartMsMax = 5_000;

/** From the start of a server, after the one before was killed at work, to its first metered answer. */
export const restart: Measure = {
  name: "restart",
  unit: "ms",
  peerName: null,
  goal: null,
  needs: [],
  async open(run) {
    const home = await usageHome(usageEvents);
    let server = await serveUsage(home);
    let slowestMs = 0;
    try {
      return await run({
        async ours(): Promise<Round> {
          const asked = Promise.allSettled(Array.from({ length: 32 }, () => ask(server, home)));
          await server.kill();
          await asked;
          const startedAt = performance.now();
          server = await serveUsage(home);
          await ask(server, home);
          const millis = performance.now() - startedAt;
          slowestMs = Math.max(slowestMs, Math.round(millis));
          return { millis };
        },
        observed: () => ({
          facts: { events: usageEvents, slowest_ms: slowestMs, restart_ms_max: restartMsMax },
          holds: slowestMs <= restartMsMax,
        }),
      });
    } finally {
      await server.stop();
    }
  },
};

async function ask({ url }: ServerProcess, { secret }: UsageHome): Promise<void> {
  const answer = await fetch(`${url}/api/v1/data/bench`, { headers: { authorization: `Bearer ${secret}` } });
  if (!answer.ok || answer.headers.get("wizdata-receipt") === null) throw new Error(`answered with ${answer.status}`);
  await answer.arrayBuffer();
}
