import { type Disk, nameOn, toolsFor } from "../disk.ts";
import { type Clients, withClients } from "../load.ts";
import type { Measure } from "../measure.ts";
import { pagePaths } from "../nse-kenya.ts";
import { type Platform, withPlatform } from "../platform.ts";
import { partners } from "./page.ts";
import { comparePages } from "./page-answers.ts";

const unmetered = new URL("../peers/unmetered-server.ts", import.meta.url);
const comparedPages = 50;
/** So few that each is asked for many times, as a dashboard's are. */
export const repeatedPages = 50;
const p99TimesMax = 2;

/** What metering costs: the same server with and without it, on pages that are all different. */
export const pageUnmetered = (disk: Disk): Measure => against(nameOn("page-unmetered", disk), disk, 0.85, pagePaths);

/** The same on pages that were asked for before, where little else is left to do. */
export const repeatedUnmetered = (disk: Disk): Measure =>
  against(nameOn("page-repeated-unmetered", disk), disk, 0.6, () => pagePaths().slice(0, repeatedPages));

function against(name: string, disk: Disk, goal: number, pathsOf: () => string[]): Measure {
  return {
    name,
    unit: "requests/s",
    peerName: "the same server with metering off",
    goal,
    p99TimesMax,
    needs: toolsFor(disk),
    open: (run) => {
      const paths = pathsOf();
      return withAsked(disk, paths, undefined, (ours) =>
        withAsked(disk, paths, unmetered, async (peer) => {
          await comparePages(ours, peer, paths.slice(0, comparedPages));
          return run({
            ours: () => ours.clients.ask(ours.server, 200),
            peer: () => peer.clients.ask(peer.server, 200),
          });
        }),
      );
    },
  };
}

type AskedPlatform = { server: Platform; key: string; clients: Clients };

/** Each of the two servers has a home, partners and clients of its own, since a home has one server at a time. */
function withAsked<T>(
  disk: Disk,
  paths: string[],
  main: URL | undefined,
  work: (asked: AskedPlatform) => Promise<T>,
): Promise<T> {
  return withPlatform(
    disk,
    async (server) => {
      await server.publish();
      const keys = await server.onboard(partners);
      return withClients({ paths, keys }, async (clients) => {
        await clients.warmUp(server, 200);
        return work({ server, key: keys[0] ?? "", clients });
      });
    },
    {},
    main,
  );
}
