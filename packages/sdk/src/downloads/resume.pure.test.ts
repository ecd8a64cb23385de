import { randomBytes } from "node:crypto";
import { readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { IntegrityError, StreamInterruptedError } from "../index.ts";
import { callOf, folder, promised, serveFile } from "../testing/files.ts";
import { downloadAll } from "./download-all.ts";

// Six pieces of 4 MiB, the last one smaller.
const content = randomBytes(21 * 1024 * 1024);
const files = [promised("data.csv", content)];

async function expectWhole(to: string, wanted: Uint8Array = content): Promise<void> {
  expect((await readFile(join(to, "data.csv"))).equals(wanted)).toBe(true);
  expect(await readdir(to)).toEqual(["data.csv"]);
}

/** Downloads until the first cut, and leaves what a killed process would. */
async function downloadHalf(to: string, bytes: Uint8Array = content): Promise<void> {
  const { transport } = await serveFile(() => bytes, { cutAfter: (count) => (count < 3 ? undefined : 3_000_000) });
  const controller = new AbortController();
  const onProgress = ({ bytes, bytesTotal }: { bytes: number; bytesTotal: number }) => {
    if (bytes > bytesTotal / 2) controller.abort(new Error("half is enough"));
  };
  const options = { to, signal: controller.signal, onProgress };
  await expect(downloadAll(transport(), [promised("data.csv", bytes)], callOf, options)).rejects.toThrow("half");
  expect((await readdir(to)).sort()).toEqual(["data.csv.wizdata-journal", "data.csv.wizdata-part"]);
}

test("a large file comes in pieces, four at a time, each of the same content", async () => {
  const { transport, requests, served } = await serveFile(() => content);
  const to = await folder();
  await downloadAll(transport(), files, callOf, { to });
  await expectWhole(to);
  expect(served.bytes).toBe(content.length);
  expect(requests).toHaveLength(6);
  expect(served.openMax).toBeGreaterThan(1);
  expect(served.openMax).toBeLessThanOrEqual(4);
  for (const { headers } of requests) expect(headers["if-range"]).toBe(`"sha256-${files[0]?.sha256}"`);
});

test("a server without ranges gives the same file in one answer", async () => {
  const { transport, requests } = await serveFile(() => content, { hasRanges: false });
  const to = await folder();
  await downloadAll(transport(), files, callOf, { to });
  await expectWhole(to);
  expect(requests).toHaveLength(1);
});

test("cuts at any place cost no byte twice, and end in the same bytes", async () => {
  const cuts = [1, 70_000, 1_500_000, 4_000_000, 0, 2_000_000, 3_999_999, 65_536];
  const { transport, served } = await serveFile(() => content, { cutAfter: (count) => cuts[count - 1] });
  const to = await folder();
  await downloadAll(transport({ maxRetries: 3 }), files, callOf, { to });
  await expectWhole(to);
  expect(served.bytes).toBeLessThan(content.length * 1.2);
});

test("a later download goes on where an earlier one ended", async () => {
  const to = await folder();
  await downloadHalf(to);
  const { transport, served } = await serveFile(() => content);
  await downloadAll(transport(), files, callOf, { to });
  await expectWhole(to);
  expect(served.bytes).toBeLessThan(content.length / 2);
});

test("what an earlier download left of another content is never mixed with this one", async () => {
  const to = await folder();
  const other = randomBytes(content.length);
  await downloadHalf(to, other);
  const { transport, served } = await serveFile(() => content);
  await downloadAll(transport(), files, callOf, { to });
  await expectWhole(to);
  expect(served.bytes).toBe(content.length);
});

test("a file that changes on the server in the midst is begun anew, and refused, since it is not the promised one", async () => {
  const other = randomBytes(content.length);
  let answers = 0;
  const { transport, requests } = await serveFile(() => {
    answers += 1;
    return answers > 3 ? other : content;
  });
  const to = await folder();
  await expect(downloadAll(transport(), files, callOf, { to })).rejects.toBeInstanceOf(IntegrityError);
  expect(requests.at(-1)?.headers.range).toBeUndefined();
  expect(await readdir(to)).toEqual([]);
});

test("what was left and has been changed since is not trusted: the file is fetched anew", async () => {
  const to = await folder();
  await downloadHalf(to);
  const part = join(to, "data.csv.wizdata-part");
  const bytes = await readFile(part);
  await writeFile(part, bytes.fill(0, 10, 20));
  const { transport } = await serveFile(() => content);
  await downloadAll(transport(), files, callOf, { to });
  await expectWhole(to);
});

test("a journal cut short at any byte, or beside a part file that is shorter, ends in the same bytes", async () => {
  const left = await folder();
  await downloadHalf(left);
  const [journal, part] = await Promise.all(
    ["data.csv.wizdata-journal", "data.csv.wizdata-part"].map((name) => readFile(join(left, name))),
  );
  const { transport } = await serveFile(() => content);
  const cut = fc.record({ journal: fc.double({ min: 0, max: 1, noNaN: true }), part: fc.constantFrom(1, 1, 0.6, 0) });
  await fc.assert(
    fc.asyncProperty(cut, async (kept) => {
      const to = await folder();
      await writeFile(join(to, "data.csv.wizdata-journal"), journal ?? "");
      await writeFile(join(to, "data.csv.wizdata-part"), part ?? "");
      await truncate(join(to, "data.csv.wizdata-journal"), Math.floor(kept.journal * (journal?.length ?? 0)));
      await truncate(join(to, "data.csv.wizdata-part"), Math.floor(kept.part * (part?.length ?? 0)));
      await downloadAll(transport(), files, callOf, { to });
      await expectWhole(to);
    }),
    { numRuns: 6 },
  );
});

test("files that are there already, and are the wanted ones, are not fetched again", async () => {
  const { transport, requests } = await serveFile(() => content);
  const to = await folder();
  await writeFile(join(to, "data.csv"), content);
  const seen: number[] = [];
  await downloadAll(transport(), files, callOf, { to, onProgress: ({ bytes }) => seen.push(bytes) });
  expect(requests).toEqual([]);
  expect(seen).toEqual([content.length]);
});

test("a server that only ever cuts off is given up on, and nothing is thrown away", async () => {
  const { transport } = await serveFile(() => content, { cutAfter: () => 0 });
  const to = await folder();
  await downloadHalf(to);
  const wanted = downloadAll(transport({ maxRetries: 0 }), files, callOf, { to });
  await expect(wanted).rejects.toBeInstanceOf(StreamInterruptedError);
  expect((await readdir(to)).sort()).toEqual(["data.csv.wizdata-journal", "data.csv.wizdata-part"]);
});
