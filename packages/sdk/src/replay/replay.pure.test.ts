import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ConfigurationError, NotFoundError, WizData, WizDataError } from "../index.ts";
import { folder } from "../testing/files.ts";
import { answer, apiKey, refuse, serve } from "../testing/server.ts";
import { record, replay } from "./replay.ts";

const key = `wz_live_${"k".repeat(49)}`;
const linkToken = `exp_1.par_1.key_1.${"0".repeat(64)}.1790000000.m-a_c`;
const offline = (file: string) =>
  new WizData({ apiKey: "none", baseURL: "https://data.example.com", fetch: replay(file) });

/** What an app does with the client: pages, an error, a binary file, a secret, a cookie. */
async function use(wizdata: WizData): Promise<unknown[]> {
  const slugs: string[] = [];
  for await (const { slug } of wizdata.datasets.list({ limit: 1 })) slugs.push(slug);
  const missing = await wizdata.datasets.retrieve("no-such").catch((error: unknown) => error instanceof NotFoundError);
  const file = await wizdata.exports.file("exp_1", "part.parquet");
  const { name } = await wizdata.keys.create("par_1", { name: "nightly" });
  const statuses = [await wizdata.partners.retrieve("par_1"), await wizdata.partners.retrieve("par_1")];
  return [slugs, missing, [...file], name, statuses];
}

async function serveAll() {
  return serve((response, { url, method }, count) => {
    if (url.includes("no-such")) refuse(response, 404, "not_found");
    else if (url.includes("/files/")) response.end(Buffer.from([0x50, 0xff, 0xfe, 0x00]));
    else if (method === "POST")
      answer(response, { name: "nightly", secret: key, webhook_secret: "whsec_abc", use: `--key ${key}` }, 201);
    else if (url.includes("/partners/"))
      answer(
        response,
        {
          status: `${count}`,
          link: "https://x/files?expires=1&signature=abcdef",
          url: `https://x/links/wz_link_${linkToken}/part.parquet`,
        },
        200,
        { "set-cookie": "session=s3cr3t" },
      );
    else if (url.includes("after=")) answer(response, { data: [{ slug: "b" }], has_more: false, next_cursor: null });
    else answer(response, { data: [{ slug: "a" }], has_more: true, next_cursor: "cur_2" });
  });
}

test("an app runs on a recording without a network, with the same results and errors", async () => {
  const file = join(await folder(), "app.ndjson");
  const { client, requests } = await serveAll();
  const online = await use(client({ fetch: record(file) }));
  expect(online.slice(0, 2)).toEqual([["a", "b"], true]);
  const sent = requests.length;
  const replayed = await use(offline(file));
  expect(
    JSON.stringify(replayed).replaceAll("wz_link_redacted", `wz_link_${linkToken}`).replaceAll("redacted", "abcdef"),
  ).toBe(JSON.stringify(online));
  expect(requests).toHaveLength(sent);
});

test("a recording has no key, no secret, no cookie and no signature in it, and only its owner reads it", async () => {
  const file = join(await folder(), "app.ndjson");
  await writeFile(file, "an older recording", { mode: 0o644 });
  const { client } = await serveAll();
  await use(client({ fetch: record(file) }));
  const text = await readFile(file, "utf8");
  for (const secret of [apiKey, key, linkToken, "Bearer", "whsec_abc", "s3cr3t", "abcdef"])
    expect(text).not.toContain(secret);
  expect(text).toContain("wz_live_redacted");
  expect(text).toContain("/links/wz_link_redacted/part.parquet");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test("the same request gets its answers in order, and the last of them ever after", async () => {
  const file = join(await folder(), "app.ndjson");
  const { client } = await serve((response, _, count) => answer(response, { status: `${count}` }));
  const online = client({ fetch: record(file) });
  for (let call = 0; call < 2; call++) await online.partners.retrieve("par_1");
  const wizdata = offline(file);
  const seen: string[] = [];
  for (let call = 0; call < 4; call++) seen.push((await wizdata.partners.retrieve("par_1")).status);
  expect(seen).toEqual(["1", "2", "2", "2"]);
});

test("a request that was not recorded is an error at once that says which, and how to record it", async () => {
  const file = join(await folder(), "app.ndjson");
  await writeFile(file, "");
  const error = await offline(file)
    .datasets.retrieve("nse-kenya")
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(WizDataError);
  expect(String(error)).toContain(
    `has no answer to GET /api/v1/datasets/nse-kenya. Record it anew: fetch: record("${file}")`,
  );
});

test.each([
  ["is missing", undefined, "Record it first"],
  ["is not a recording", "hello\n", "Line 1"],
])("a file that %s is a ConfigurationError", async (_, text, says) => {
  const file = join(await folder(), "app.ndjson");
  if (text !== undefined) await writeFile(file, text);
  const error = await offline(file)
    .me.retrieve()
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(String(error)).toContain(says);
});
