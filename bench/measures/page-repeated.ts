import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Disk, nameOn, toolsFor } from "../disk.ts";
import { withClients } from "../load.ts";
import type { Measure } from "../measure.ts";
import { pagePaths } from "../nse-kenya.ts";
import { withPlatform } from "../platform.ts";
import { type ServerProcess, startServer } from "../server-process.ts";
import { partners } from "./page.ts";
import { type Asked, comparePages, textOf } from "./page-answers.ts";
import { repeatedPages } from "./page-unmetered.ts";

/** A page that was asked for before, metered as any other, against its bytes given out of memory. */
export const pageRepeated = (disk: Disk): Measure => ({
  name: nameOn("page-repeated", disk),
  unit: "requests/s",
  peerName: "bare Hono route, the same bytes from memory",
  goal: 0.35,
  needs: toolsFor(disk),
  open: (run) =>
    withPlatform(disk, async (platform) => {
      await platform.publish();
      const keys = await platform.onboard(partners);
      const paths = pagePaths().slice(0, repeatedPages);
      const ours = { server: platform, key: keys[0] ?? "" };
      return withRemembered(ours, paths, async (peer) => {
        await comparePages(ours, { ...ours, server: peer }, paths);
        return withClients({ paths, keys }, async (clients) => {
          await clients.warmUp(platform, 200);
          await clients.warmUp(peer, 200);
          return run({ ours: () => clients.ask(platform, 200), peer: () => clients.ask(peer, 200) });
        });
      });
    }),
});

/** The peer, given the very pages that we answer with. */
async function withRemembered<T>(
  ours: Asked,
  paths: readonly string[],
  work: (peer: ServerProcess) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "wizdata-bench-pages-"));
  try {
    const file = join(folder, "pages.json");
    const pages: [string, string][] = [];
    for (const path of paths) pages.push([path.slice(path.indexOf("?")), await textOf(ours, path)]);
    writeFileSync(file, JSON.stringify(pages));
    const peer = await startServer(new URL("../peers/remembered-pages.ts", import.meta.url), [file]);
    try {
      return await work(peer);
    } finally {
      await peer.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
