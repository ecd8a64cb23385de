import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Measure, Round } from "../measure.ts";
import { dataFile, dataset } from "../nse-kenya.ts";
import { withPlatform } from "../platform.ts";

const timesMax = 0.2;
const partsMax = 1;

/** The day that comes last, and all days before it, packed as they are sent. */
function divided(): { before: Uint8Array<ArrayBuffer>; day: Uint8Array<ArrayBuffer> } {
  const [header = "", ...lines] = gunzipSync(readFileSync(dataFile)).toString().trimEnd().split(/\r?\n/);
  const dates = new Set(lines.map((line) => line.slice(0, 10)));
  const last = [...dates].sort().at(-1) ?? "";
  const packed = (some: string[]) => new Uint8Array(gzipSync(`${[header, ...some].join("\n")}\n`));
  return {
    before: packed(lines.filter((line) => !line.startsWith(last))),
    day: packed(lines.filter((line) => line.startsWith(last))),
  };
}

/** One day more of eighteen years, to a version that can be queried, against publishing all of them again. */
export const append: Measure = {
  name: "append",
  unit: "ms",
  peerName: "the whole published again",
  goal: timesMax,
  needs: [],
  async open(run) {
    const { before, day } = divided();
    const whole = new Uint8Array(readFileSync(dataFile));
    const written = { parts: 0, bytes: 0 };
    /** Each on a home of its own: parts that are there already are not written again. */
    const timed = (file: Uint8Array<ArrayBuffer>, mode: "append" | "replace") =>
      withPlatform("as-is", async ({ home, operator }): Promise<Round> => {
        await operator.datasets.create(dataset);
        await operator.datasets.publish(dataset.slug, before);
        const known = filesOf(home);
        const startedAt = performance.now();
        await operator.datasets.publish(dataset.slug, file, { mode });
        const millis = performance.now() - startedAt;
        if (mode === "append") {
          const fresh = [...filesOf(home)].filter(([name]) => !known.has(name));
          written.parts = Math.max(written.parts, fresh.filter(([name]) => name.endsWith(".parquet")).length);
          written.bytes = Math.max(
            written.bytes,
            fresh.reduce((sum, [, bytes]) => sum + bytes, 0),
          );
        }
        return { millis };
      });
    return run({
      ours: () => timed(day, "append"),
      peer: () => timed(whole, "replace"),
      observed: () => ({
        facts: { new_parts: written.parts, new_parts_max: partsMax, bytes_written: written.bytes },
        holds: written.parts === partsMax,
      }),
    });
  },
};

/** The files of the lake's parts, their indexes among them, and their sizes. */
function filesOf(home: string): Map<string, number> {
  const folder = join(home, "lake", "parts");
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(entries.map(({ parentPath, name }) => [name, statSync(join(parentPath, name)).size]));
}
