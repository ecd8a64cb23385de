import { getEventListeners } from "node:events";
import { readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Transport, type TransportOptions } from "../core/transport.ts";
import { IntegrityError, StreamInterruptedError, TimeoutError, WizDataError } from "../index.ts";
import { folder, promised } from "../testing/files.ts";
import { apiKey, serve } from "../testing/server.ts";
import { downloadAll } from "./download-all.ts";

const callOf = (name: string) => ({ method: "GET", path: `/${name}` });
const content = new Uint8Array(200_000).map((_, at) => at % 251);

async function serveBytes(bytesOf: (count: number) => Uint8Array, cutAt?: (count: number) => number | undefined) {
  const server = await serve((response, _, count) => {
    const bytes = bytesOf(count);
    const cut = cutAt?.(count);
    response.writeHead(200, { "content-length": bytes.length });
    if (cut === undefined) response.end(bytes);
    else response.write(bytes.subarray(0, cut), () => response.destroy());
  });
  const transport = (options: TransportOptions = {}) => new Transport({ apiKey, baseURL: server.baseURL, ...options });
  return { ...server, transport };
}

test("files arrive whole under their names, and progress tells every byte", async () => {
  const { transport } = await serveBytes(() => content);
  const to = join(await folder(), "made/on/demand");
  const seen: number[] = [];
  const files = [promised("part-1.csv", content), promised("part-2.csv", content)];
  const paths = await downloadAll(transport(), files, callOf, {
    to,
    onProgress: ({ bytes, bytesTotal }) => seen.push(bytes / bytesTotal),
  });
  expect(paths).toEqual([join(to, "part-1.csv"), join(to, "part-2.csv")]);
  for (const path of paths) expect(new Uint8Array(await readFile(path))).toEqual(content);
  expect(await readdir(to)).toEqual(["part-1.csv", "part-2.csv"]);
  expect(seen).toEqual([...seen].sort((left, right) => left - right));
  expect(seen.at(-1)).toBe(1);
});

test.each([
  ["one byte is another", (bytes: Uint8Array) => bytes.with(100_000, 255)],
  ["the file is one byte short", (bytes: Uint8Array) => bytes.subarray(1)],
  ["the file is one byte long", (bytes: Uint8Array) => new Uint8Array([...bytes, 0])],
  ["the file is empty", () => new Uint8Array()],
])("where %s, it is an IntegrityError and nothing stays of it", async (_, change) => {
  const { transport, requests } = await serveBytes(() => change(content));
  const to = await folder();
  await writeFile(join(to, "data.csv"), "an older download");
  await expect(downloadAll(transport(), [promised("data.csv", content)], callOf, { to })).rejects.toBeInstanceOf(
    IntegrityError,
  );
  expect(requests).toHaveLength(1);
  expect(await readdir(to)).toEqual(["data.csv"]);
  expect(await readFile(join(to, "data.csv"), "utf8")).toBe("an older download");
});

test("a download that is cut off is begun again, and is whole in the end", async () => {
  const { transport, requests } = await serveBytes(
    () => content,
    (count) => (count < 3 ? 70_000 : undefined),
  );
  const to = await folder();
  const [path = ""] = await downloadAll(transport(), [promised("data.csv", content)], callOf, { to });
  expect(new Uint8Array(await readFile(path))).toEqual(content);
  expect(requests).toHaveLength(3);
});

test.each(["undici", "fetch"])(
  "a download over %s that never gets through leaves nothing under the final name, only what it can go on with",
  async (over) => {
    const { transport } = await serveBytes(
      () => content,
      () => 70_000,
    );
    const to = await folder();
    const fetch = over === "fetch" ? (request: Request) => globalThis.fetch(request) : undefined;
    const wanted = downloadAll(transport({ maxRetries: 0, fetch }), [promised("data.csv", content)], callOf, { to });
    await expect(wanted).rejects.toBeInstanceOf(StreamInterruptedError);
    expect(await readdir(to)).toEqual(["data.csv.wizdata-journal", "data.csv.wizdata-part"]);
  },
);

test.each(["undici", "fetch"])("a download over %s can be stopped, and lets its connection go", async (over) => {
  const { baseURL, connections } = await serve((response) => {
    response.writeHead(200, { "content-length": content.length });
    response.write(content.subarray(0, 70_000));
  });
  const fetch = over === "fetch" ? (request: Request) => globalThis.fetch(request) : undefined;
  const to = await folder();
  const controller = new AbortController();
  const onProgress = () => controller.abort(new Error("enough"));
  const wanted = downloadAll(new Transport({ apiKey, baseURL, fetch }), [promised("data.csv", content)], callOf, {
    to,
    signal: controller.signal,
    onProgress,
  });
  await expect(wanted).rejects.toThrow("enough");
  expect(await readdir(to)).not.toContain("data.csv");
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  await expect.poll(connections).toBe(0);
});

test.each(["undici", "fetch"])("a download over %s that cannot be written lets its connection go", async (over) => {
  const large = new Uint8Array(2_000_000);
  const { baseURL, connections } = await serve((response) => {
    response.writeHead(200, { "content-length": large.length });
    response.write(large.subarray(0, 1_500_000));
  });
  const fetch = over === "fetch" ? (request: Request) => globalThis.fetch(request) : undefined;
  const to = await folder();
  const transport = new Transport({ apiKey, baseURL, fetch });
  await symlink("/dev/full", join(to, "data.csv.wizdata-part"));
  const wanted = downloadAll(transport, [promised("data.csv", large)], callOf, { to });
  await expect(wanted).rejects.toMatchObject({ name: "FolderError", reason: "full" });
  await expect.poll(connections).toBe(0);
});

test("a slow download takes longer than its timeout, as long as something comes", async () => {
  const { baseURL } = await serve(async (response) => {
    response.writeHead(200, { "content-length": content.length });
    for (let at = 0; at < content.length; at += 20_000) {
      response.write(content.subarray(at, at + 20_000));
      await setTimeout(60);
    }
    response.end();
  });
  const transport = new Transport({ apiKey, baseURL, timeoutMs: 400, maxRetries: 0 });
  expect(await downloadAll(transport, [promised("data.csv", content)], callOf, { to: await folder() })).toHaveLength(1);
});

test("a download over a fetch that does not know of signals ends with its timeout too", async () => {
  const fetch = async () => new Response(new ReadableStream({ pull: () => new Promise<void>(() => {}) }));
  const transport = new Transport({ apiKey, baseURL: "http://localhost", fetch, timeoutMs: 30, maxRetries: 0 });
  const wanted = downloadAll(transport, [promised("data.csv", content)], callOf, { to: await folder() });
  await expect(wanted).rejects.toBeInstanceOf(TimeoutError);
});

test("a deadline bounds a download as a whole, however often it is begun again", async () => {
  const { transport } = await serveBytes(
    () => content,
    () => 70_000,
  );
  const options = { to: await folder(), deadlineMs: 60 };
  const wanted = downloadAll(transport({ maxRetries: 1_000 }), [promised("data.csv", content)], callOf, options);
  await expect(wanted).rejects.toBeInstanceOf(WizDataError);
});

test("a download that falls silent ends with its timeout, however much came before", async () => {
  const { baseURL } = await serve((response) => {
    response.writeHead(200, { "content-length": content.length });
    response.write(content.subarray(0, 70_000));
  });
  const transport = new Transport({ apiKey, baseURL, timeoutMs: 50, maxRetries: 0 });
  await expect(downloadAll(transport, [promised("data.csv", content)], callOf, { to: await folder() })).rejects.toThrow(
    "within 50 ms",
  );
});

test.each([
  "../evil",
  "a/b",
  "a\\b",
  "..",
  ".",
  "",
  ".bashrc",
  "x.part",
  "x.wizdata-journal",
  "dir/",
  "a\0b",
  "con",
  "NUL.csv",
  "C:x",
  "a".repeat(300),
])("a manifest that names %j is refused before anything is written", async (name) => {
  const { transport, requests } = await serveBytes(() => content);
  const to = await folder();
  await expect(downloadAll(transport(), [promised(name, content)], callOf, { to })).rejects.toBeInstanceOf(
    IntegrityError,
  );
  expect(requests).toEqual([]);
  expect(await readdir(to)).toEqual([]);
});

test("two names that are one on some systems are refused", async () => {
  const { transport } = await serveBytes(() => content);
  const files = [promised("Data.csv", content), promised("data.csv", content)];
  await expect(downloadAll(transport(), files, callOf, { to: await folder() })).rejects.toBeInstanceOf(IntegrityError);
});

test("no name of a manifest leads out of the folder", async () => {
  const to = await folder();
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: fc.constantFrom(".", "/", "\\", "a", "%2e", "\0", ":", "~") }), async (name) => {
      const fetch = async () => new Response("x");
      const transport = new Transport({ apiKey, baseURL: "http://localhost", fetch });
      const [path] = await downloadAll(transport, [promised(name, new TextEncoder().encode("x"))], callOf, {
        to,
      }).catch(() => []);
      if (path !== undefined) expect(path).toBe(join(to, name));
    }),
  );
});
