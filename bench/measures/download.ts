import { equal } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { WizData } from "@wizdata/sdk";
import type { Measure } from "../measure.ts";
import { dataFile, dataset } from "../nse-kenya.ts";
import { withPlatform } from "../platform.ts";

const copies = 8;
const bytesPerMb = 1_000_000;

/** A file of an export, verified and on the disk, in four ranges at once, against curl and then sha256sum from the same server. */
export const downloadMeasure: Measure = {
  name: "download",
  unit: "MB/s",
  peerName: "curl -o f && sha256sum f",
  goal: 1,
  needs: ["curl", "sha256sum"],
  open: (run) =>
    withPlatform("as-is", async (platform) => {
      await platform.operator.datasets.create(dataset);
      await platform.operator.datasets.publish(dataset.slug, manyRows());
      const [apiKey = ""] = await platform.onboard(1);
      const partner = new WizData({ baseURL: platform.url, apiKey });
      const job = await partner.exports.create({ dataset: dataset.slug, format: "csv" });
      const { id } = await partner.exports.wait(job.id);
      const [file] = (await partner.exports.manifest(id)).files;
      const megabytes = (file?.bytes ?? 0) / bytesPerMb;
      const to = join(platform.home, "downloads");
      const ours = async () => {
        await partner.exports.download(id, { to });
        rmSync(to, { recursive: true });
      };
      const url = `${platform.url}/api/v1/exports/${id}/files/${file?.name}`;
      const target = join(platform.home, "peer.csv");
      const script = `curl -sSf -H "x-api-key: $KEY" -o "$FILE" "$URL" && sha256sum "$FILE"`;
      const peer = async () => {
        const env = { ...process.env, KEY: apiKey, FILE: target, URL: url };
        const { stdout, stderr } = spawnSync("sh", ["-c", script], { env, encoding: "utf8" });
        equal(stdout.slice(0, 64), file?.sha256, stderr);
        rmSync(target);
      };
      await ours();
      await peer();
      return run({ ours: () => perSecond(megabytes, ours), peer: () => perSecond(megabytes, peer) });
    }),
};

/** The dataset so many times over, each time under other codes, so that transfers and not handshakes are measured. */
function manyRows(): string {
  const [header = "", ...lines] = gunzipSync(readFileSync(dataFile)).toString().trimEnd().split("\n");
  const rows = Array.from({ length: copies }, (_, copy) =>
    lines.map((line) => line.replace(",", `,${copy === 0 ? "" : copy}`)).join("\n"),
  );
  return [header, ...rows, ""].join("\n");
}

async function perSecond(megabytes: number, work: () => Promise<void>): Promise<{ perSecond: number }> {
  const startedAt = performance.now();
  await work();
  return { perSecond: (megabytes * 1000) / (performance.now() - startedAt) };
}
