import { createReadStream, openAsBlob } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer, apiKey, refuse, serve } from "../testing/server.ts";
import { Transport } from "./transport.ts";
import type { Upload } from "./upload.ts";

const text = "date,close\n2020-01-02,31.5\n".repeat(10_000);
let file = "";

beforeAll(async () => {
  file = join(await mkdtemp(join(tmpdir(), "wizdata-sdk-")), "prices.csv");
  await writeFile(file, text);
});
afterAll(() => rm(join(file, ".."), { recursive: true }));

const replayable: [string, () => Upload | Promise<Upload>][] = [
  ["a text", () => text],
  ["bytes", () => new TextEncoder().encode(text)],
  ["a file as a blob", () => openAsBlob(file)],
  ["a function that opens a stream", () => () => createReadStream(file)],
];
const bare: [string, () => Upload][] = [
  ["a Node stream", () => createReadStream(file)],
  ["a web stream", () => new Blob([text]).stream()],
];

describe.each(["undici", "fetch"])("over %s", (over) => {
  const fetch = over === "fetch" ? (request: Request) => globalThis.fetch(request) : undefined;
  const send = (baseURL: string, upload: Upload) =>
    new Transport({ apiKey, baseURL, fetch }).json({ method: "POST", path: "/up", upload, contentType: "text/csv" });

  test.each([...replayable, ...bare])("%s is sent as it is", async (_, open) => {
    const { baseURL, requests } = await serve((response) => answer(response, { version: 1 }));
    expect(await send(baseURL, await open())).toEqual({ version: 1 });
    expect(requests).toMatchObject([{ headers: { "content-type": "text/csv" }, body: text }]);
  });

  test.each(replayable)("%s is sent again, whole, when the server could not take it", async (_, open) => {
    const { baseURL, requests } = await serve((response, _, count) =>
      count === 1 ? refuse(response, 503, "unavailable", { "retry-after": "0" }) : answer(response, { version: 1 }),
    );
    expect(await send(baseURL, await open())).toEqual({ version: 1 });
    expect(requests.map(({ body }) => body === text)).toEqual([true, true]);
  });

  test.each(bare)("%s, which can be read once only, is never sent half a second time", async (_, open) => {
    const { baseURL, requests } = await serve((response) =>
      refuse(response, 503, "unavailable", { "retry-after": "0" }),
    );
    await expect(send(baseURL, open())).rejects.toMatchObject({ code: "unavailable" });
    expect(requests).toHaveLength(1);
  });

  test("a source that breaks half-way breaks the upload", async () => {
    const { baseURL, requests } = await serve((response) => answer(response, {}));
    const broken = async function* () {
      yield new TextEncoder().encode(text);
      throw new Error("the disk is gone");
    };
    await expect(send(baseURL, broken())).rejects.toThrow("could not be reached (the disk is gone)");
    expect(requests).toEqual([]);
  });
});
