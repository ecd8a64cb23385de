import { commandOn, type Disk, nameOn, toolsFor } from "../disk.ts";
import { withClients } from "../load.ts";
import type { Measure } from "../measure.ts";
import { pagePaths } from "../nse-kenya.ts";
import { withPlatform } from "../platform.ts";
import { startServer } from "../server-process.ts";
import { comparePages } from "./page-answers.ts";

// A partner may ask 1 000 times a minute; so many together are not limited by it, each a few times a second.
export const partners = 128;
const comparedPages = 200;

/** A page of 100 rows with key, rights, limits and its usage on disk before it leaves, against the page alone. */
export const page = (disk: Disk): Measure => pageOf(nameOn("page", disk), disk, disk === "slow" ? 0.6 : 0.7, {});

/** The same for clients that take it packed, as browsers and most HTTP clients do. */
export const packedPage: Measure = pageOf("page-gzip", "as-is", 0.6, { "accept-encoding": "gzip" });

function pageOf(name: string, disk: Disk, goal: number, headers: Record<string, string>): Measure {
  return {
    name,
    unit: "requests/s",
    peerName: "bare Hono route on the same index files",
    goal,
    needs: toolsFor(disk),
    open: (run) =>
      withPlatform(disk, async (platform) => {
        await platform.publish();
        const keys = await platform.onboard(partners);
        const paths = pagePaths();
        const peer = await startServer(
          new URL("../peers/page.ts", import.meta.url),
          [platform.home],
          {},
          commandOn(disk),
        );
        try {
          const [key = ""] = keys;
          await comparePages({ server: platform, key }, { server: peer, key }, paths.slice(0, comparedPages));
          return await withClients({ paths, keys, headers }, async (clients) => {
            await clients.warmUp(platform, 200);
            await clients.warmUp(peer, 200);
            return run({ ours: () => clients.ask(platform, 200), peer: () => clients.ask(peer, 200) });
          });
        } finally {
          await peer.stop();
        }
      }),
  };
}
