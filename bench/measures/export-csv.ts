import { equal } from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { WizData } from "@wizdata/sdk";
import { type Disk, nameOn, toolsFor } from "../disk.ts";
import type { Measure } from "../measure.ts";
import { dataFile, dataset } from "../nse-kenya.ts";
import { exportCsv, prepare } from "../peers/export-csv.ts";
import { withPlatform } from "../platform.ts";

/** All rows as CSV, from the request to the verified file on this side, against sqlite3 and sha256sum on the very machine. */
export const exportCsvMeasure = (disk: Disk): Measure => ({
  name: nameOn("export-csv", disk),
  unit: "rows/s",
  peerName: "sqlite3 -csv, then sha256sum",
  goal: 2,
  needs: ["sqlite3", "sha256sum", ...toolsFor(disk)],
  open: (run) =>
    withPlatform(disk, async (platform) => {
      const { rows } = await platform.publish();
      const [apiKey = ""] = await platform.onboard(1);
      const partner = new WizData({ baseURL: platform.url, apiKey });
      const database = join(platform.home, "peer.sqlite");
      equal(prepare(dataFile, database), rows, "the peer has other rows");
      const to = join(platform.home, "downloads");
      const ours = async () => {
        const job = await partner.exports.create({ dataset: dataset.slug, format: "csv" });
        const ready = await partner.exports.wait(job.id);
        equal(ready.progress.rows_done, rows);
        await partner.exports.download(ready, { to });
        rmSync(to, { recursive: true });
      };
      const peer = async () => exportCsv(database, join(platform.home, "peer.csv"));
      await ours();
      await peer();
      return run({ ours: () => rowsPerSecond(rows, ours), peer: () => rowsPerSecond(rows, peer) });
    }),
});

async function rowsPerSecond(rows: number, work: () => Promise<unknown>): Promise<{ perSecond: number }> {
  const startedAt = performance.now();
  await work();
  return { perSecond: (rows * 1000) / (performance.now() - startedAt) };
}
