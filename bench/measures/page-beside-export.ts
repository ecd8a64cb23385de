import { rmSync } from "node:fs";
import { join } from "node:path";
import { WizData } from "@wizdata/sdk";
import { withClients } from "../load.ts";
import type { Measure } from "../measure.ts";
import { dataset, pagePaths } from "../nse-kenya.ts";
import { type Platform, withPlatform } from "../platform.ts";

const partners = 128;
// As many as keep the server at work and still wait for their answers, not for each other.
const callers = 8;

/** How long metered pages take while the largest dataset is exported and downloaded, again and again, against the same without. */
export const pageBesideExport: Measure = {
  name: "page-beside-export",
  unit: "ms p99",
  peerName: "the same server without an export",
  goal: 3,
  needs: [],
  open: (run) =>
    withPlatform("as-is", async (platform) => {
      await platform.publish();
      const keys = await platform.onboard(partners);
      return withClients({ paths: pagePaths(), keys }, async (clients) => {
        await clients.warmUp(platform, 200);
        const p99 = async () => ({ millis: await clients.p99Ms(platform, 200, callers) });
        let exports = 0;
        return run({
          async ours() {
            const exporting = exportAgainAndAgain(platform, keys[0] ?? "");
            try {
              return await p99();
            } finally {
              exports += await exporting.stop();
            }
          },
          peer: p99,
          observed: () => ({ facts: { exports }, holds: exports > 0 }),
        });
      });
    }),
};

/** `stop` gives how many were ordered, written, downloaded and verified meanwhile. */
function exportAgainAndAgain({ url, home }: Platform, apiKey: string): { stop(): Promise<number> } {
  const partner = new WizData({ baseURL: url, apiKey });
  const to = join(home, "downloads");
  let isStopping = false;
  const work = async () => {
    let exports = 0;
    while (!isStopping) {
      const { id } = await partner.exports.create({ dataset: dataset.slug, format: "csv" });
      await partner.exports.download(await partner.exports.wait(id), { to });
      rmSync(to, { recursive: true });
      exports += 1;
    }
    return exports;
  };
  const done = work();
  done.catch(() => {}); // told by stop()
  return {
    stop() {
      isStopping = true;
      return done;
    },
  };
}
