import { createReadStream, openAsBlob } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer, apiKey, refuse, serve } from "../testing/server.ts";
import { Transport } from "./transport.ts";
import type { Upload } from "./upload.ts";

const text = "date,close\n2020-01-02,31.5\n".repeat(10_000);
const bytes = new TextEncoder().encode(text);
const packed = new Uint8Array(gzipSync(text));
let folder = "";
const plainFile = () => join(folder, "prices.csv");
const packedFile = () => join(folder, "prices.csv.gz");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wizdata-sdk-"));
  await writeFile(plainFile(), text);
  await writeFile(packedFile(), packed);
});
afterAll(() => rm(folder, { recursive: true }));

type Source = [string, () => Upload | Promise<Upload>];
const replayable: Source[] = [
  ["a text", () => text],
  ["bytes", () => bytes],
  ["a file as a blob", () => openAsBlob(plainFile())],
  ["a function that opens a stream", () => () => createReadStream(plainFile())],
];
const bare: Source[] = [
  ["a Node stream", () => createReadStream(plainFile())],
  ["a web stream", () => new Blob([text]).stream()],
];
const gzipped: Source[] = [
  ["bytes", () => packed],
  ["a file as a blob", () => openAsBlob(packedFile())],
  ["a function that opens a stream", () => () => createReadStream(packedFile())],
  ["a web stream", () => new Blob([packed]).stream()],
];

describe.each(["undici", "fetch"])("over %s", (over) => {
  const fetch = over === "fetch" ? (request: Request) => globalThis.fetch(request) : undefined;
  const send = (baseURL: string, upload: Upload) =>
    new Transport({ apiKey, baseURL, fetch }).json({ method: "POST", path: "/up", upload, contentType: "text/csv" });

  test.each([...replayable, ...bare])("%s is sent as it is", async (_, open) => {
    const { baseURL, requests } = await serve((response) => answer(response, { version: 1 }));
    expect(await send(baseURL, await open())).toEqual({ version: 1 });
    expect(requests).toMatchObject([{ headers: { "content-type": "text/csv" } }]);
    expect(requests[0]?.body.toString()).toBe(text);
  });

  test.each(gzipped)("%s is told to be packed, and stays so", async (_, open) => {
    const { baseURL, requests } = await serve((response) => answer(response, { version: 1 }));
    await send(baseURL, await open());
    expect(requests).toMatchObject([{ headers: { "content-type": "application/gzip" } }]);
    expect(gunzipSync(requests[0]?.body ?? "").toString()).toBe(text);
  });

  test.each(replayable)("%s is sent again, whole, when the server could not take it", async (_, open) => {
    const { baseURL, requests } = await serve((response, _, count) =>
      count === 1 ? refuse(response, 503, "unavailable", { "retry-after": "0" }) : answer(response, { version: 1 }),
    );
    expect(await send(baseURL, await open())).toEqual({ version: 1 });
    expect(requests.map(({ body }) => body.toString() === text)).toEqual([true, true]);
  });

  test.each(bare)("%s, which can be read once only, is never sent a second time", async (_, open) => {
    const { baseURL, requests } = await serve((response) =>
      refuse(response, 503, "unavailable", { "retry-after": "0" }),
    );
    await expect(send(baseURL, await open())).rejects.toMatchObject({ code: "unavailable" });
    expect(requests).toHaveLength(1);
  });

  test("an empty stream is an empty file", async () => {
    const { baseURL, requests } = await serve((response) => answer(response, {}));
    await send(baseURL, new Blob([]).stream());
    expect(requests).toMatchObject([{ headers: { "content-type": "text/csv" } }]);
    expect(requests[0]?.body).toHaveLength(0);
  });

  test("a source that breaks half-way breaks the upload", async () => {
    const { baseURL, requests } = await serve((response) => answer(response, {}));
    const broken = async function* () {
      yield bytes;
      throw new Error("the disk is gone");
    };
    await expect(send(baseURL, broken())).rejects.toThrow("could not be reached (the disk is gone)");
    expect(requests).toEqual([]);
  });
});
