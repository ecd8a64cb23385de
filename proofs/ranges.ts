import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { globSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { WizData } from "@wizdata/sdk";
import { dataset } from "../bench/nse-kenya.ts";
import { type Platform, withPlatform } from "../bench/platform.ts";
import { residentMb } from "../bench/process-usage.ts";
import { type Proof, randomOf } from "../scripts/proving/proof.ts";

// Two files of the same name and other bytes: whoever holds a half of one must never get the other's second half.

const requests = { quick: 300, whole: 5_000 };
const atOnce = 8;
const residentMbMax = 256;
const closedWithinMs = 5_000;

type File = { url: string; key: string; etag: string; bytes: Buffer };

export default {
  summary:
    "A range is of the file its If-Range names, or the whole file comes; a client that leaves leaves nothing open",
  run: ({ quick, seed, say }) =>
    withPlatform("as-is", async (platform) => {
      await platform.publish();
      const [key = ""] = await platform.onboard(1);
      const files = [
        await exportFile(platform, key, "2021-01-01"),
        await exportFile(platform, key, "2022-01-01"),
      ] as const;
      const random = randomOf(seed);
      const residentBefore = residentMb([platform.pid]);
      const count = quick ? requests.quick : requests.whole;
      const seen = { parts: 0, wholes: 0, refused: 0, left: 0 };
      for (let done = 0; done < count; done += atOnce) {
        await Promise.all(Array.from({ length: atOnce }, () => askAtRandom(files, random, seen)));
        if (done % 800 === 0) say(`${done} of ${count} requests`);
      }
      await noneIsOpen(platform);
      const grownMb = Math.round(residentMb([platform.pid]) - residentBefore);
      assert.ok(grownMb <= residentMbMax, `memory grew by ${grownMb} MB`);
      const { parts, wholes, refused, left } = seen;
      return {
        figures: `${parts} parts, ${wholes} whole files, ${refused} refusals, ${left} clients that left: 0 bytes of another file, 0 files left open, memory + ${grownMb} MB`,
      };
    }),
} satisfies Proof;

async function exportFile(platform: Platform, apiKey: string, from: string): Promise<File> {
  const partner = new WizData({ baseURL: platform.url, apiKey });
  const { id } = await partner.exports.wait(
    (await partner.exports.create({ dataset: dataset.slug, format: "csv", from })).id,
  );
  const { files } = await partner.exports.manifest(id);
  const [file] = files;
  assert.ok(file);
  const bytes = Buffer.from(await partner.exports.file(id, file.name));
  assert.equal(createHash("sha256").update(bytes).digest("hex"), file.sha256);
  const url = `${platform.url}/api/v1/exports/${id}/files/${file.name}`;
  return { url, key: apiKey, etag: `"sha256-${file.sha256}"`, bytes };
}

/** One request with a range and a condition that may be good or bad, and an answer that must be exactly what they mean. */
async function askAtRandom(files: readonly [File, File], random: () => number, seen: Record<string, number>) {
  const upTo = (max: number) => Math.floor(random() * max);
  const [file, other] = random() < 0.5 ? files : [files[1], files[0]];
  const size = file.bytes.length;
  const first = upTo(size * 1.1);
  const last = first + upTo(size);
  const range =
    [`bytes=${first}-${last}`, `bytes=${first}-`, `bytes=-${last}`, `bytes=${last}-${first}`, "bytes=0-1,4-5"][
      upTo(5)
    ] ?? "";
  const ifRange = [undefined, file.etag, other.etag, `W/${file.etag}`, new Date().toUTCString()][upTo(5)];
  const leaves = random() < 0.2;
  const abort = new AbortController();
  const answer = await fetch(file.url, {
    headers: { "x-api-key": file.key, range, ...(ifRange === undefined ? {} : { "if-range": ifRange }) },
    signal: abort.signal,
  });
  if (leaves) {
    await answer.body?.getReader().read();
    abort.abort();
    seen.left = (seen.left ?? 0) + 1;
    return;
  }
  const got = Buffer.from(await answer.arrayBuffer());
  const told = `${range}, If-Range ${ifRange}: ${answer.status}`;
  const mayBePart = ifRange === undefined || ifRange === file.etag;
  const expected = mayBePart ? sliceOf(range, file.bytes) : file.bytes;
  if (expected === undefined) {
    assert.equal(answer.status, 416, told);
    assert.equal(answer.headers.get("content-range"), `bytes */${size}`);
    seen.refused = (seen.refused ?? 0) + 1;
    return;
  }
  assert.ok(got.equals(expected), `${told}: not the bytes of the file`);
  assert.equal(answer.headers.get("etag"), file.etag);
  const kind = answer.status === 206 ? "parts" : "wholes";
  assert.equal(answer.status === 206, expected !== file.bytes, told);
  seen[kind] = (seen[kind] ?? 0) + 1;
}

/** What RFC 9110 says a range means, written without a look at the server's own reading of it. */
function sliceOf(range: string, bytes: Buffer): Buffer | undefined {
  const spec = range.slice("bytes=".length);
  if (spec.includes(",")) return bytes;
  if (spec.startsWith("-")) return spec === "-0" ? undefined : bytes.subarray(-Number(spec.slice(1)));
  const [first = 0, last = 0] = spec.split("-").map((text) => (text === "" ? bytes.length : Number(text)));
  if (last < first && !spec.endsWith("-")) return bytes;
  return first >= bytes.length ? undefined : bytes.subarray(first, last + 1);
}

async function noneIsOpen({ pid }: Platform): Promise<void> {
  const openFiles = () =>
    globSync(`/proc/${pid}/fd/*`).filter((link) => {
      try {
        return readlinkSync(link).includes("/exports/");
      } catch {
        return false; // closed while we looked
      }
    });
  const endMs = performance.now() + closedWithinMs;
  while (openFiles().length > 0 && performance.now() < endMs) await sleep(50);
  assert.deepEqual(openFiles(), [], "files of exports are still open");
}
