import { deepEqual, equal } from "node:assert/strict";
import { commandOn, type Disk, nameOn, toolsFor } from "../disk.ts";
import { withClients } from "../load.ts";
import type { Measure } from "../measure.ts";
import { pagePaths, pageRows } from "../nse-kenya.ts";
import { withPlatform } from "../platform.ts";
import { type ServerProcess, startServer } from "../server-process.ts";

// A partner may ask 1 000 times a minute; so many together are not limited by it, each a few times a second.
const partners = 128;
const comparedPages = 200;

/** A page of 100 rows with key, rights, limits and its usage on disk before it leaves, against the page alone. */
export const page = (disk: Disk): Measure => pageOf(nameOn("page", disk), disk, {});

/** The same for clients that take it packed, as browsers and most HTTP clients do. */
export const packedPage: Measure = pageOf("page-gzip", "as-is", { "accept-encoding": "gzip" });

function pageOf(name: string, disk: Disk, headers: Record<string, string>): Measure {
  return {
    name,
    unit: "requests/s",
    peerName: "bare Hono route on the same index files",
    goal: 0.6,
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
          await compare(platform, peer, paths.slice(0, comparedPages), keys[0] ?? "");
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

type Body = { data: unknown[]; next_cursor: string | null };

/** The work is the same only if the answers are: byte for byte, but for the cursor, which is signed on one side. */
async function compare(ours: ServerProcess, peer: ServerProcess, paths: string[], key: string): Promise<void> {
  for (const path of paths) {
    const [mine, theirs] = await Promise.all([textOf(ours, path, key), textOf(peer, path, key)]);
    const [one, other]: Body[] = [JSON.parse(mine), JSON.parse(theirs)];
    equal(one?.data.length, pageRows, `not a full page: ${path}`);
    deepEqual(one?.data, other?.data);
    if (one?.next_cursor === null) equal(mine, theirs);
    else equal(mine.replace(one?.next_cursor ?? "", ""), theirs.replace(other?.next_cursor ?? "", ""));
  }
}

async function textOf({ url }: ServerProcess, path: string, key: string): Promise<string> {
  const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${key}` } });
  return answer.text();
}
