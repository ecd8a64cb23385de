import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { IntegrityError, type Manifest, type NewExport, verifyExport, WizData } from "./index.ts";
import { open, prices, pricesCsv, pricesRows } from "./testing/world.ts";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "wizdata-sdk-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

async function openPrices() {
  const world = await open();
  await world.operator.datasets.create(prices);
  await world.operator.datasets.publish("prices", pricesCsv);
  const { key, wizdata } = await world.onboard("prices");
  const make = async (wanted: Partial<NewExport> = {}) =>
    (await wizdata.exports.wait((await wizdata.exports.create({ dataset: "prices", format: "csv", ...wanted })).id)).id;
  /** A client that gets another manifest than the server gave. */
  const deceived = (change: (manifest: Manifest) => Partial<Manifest>) =>
    new WizData({
      apiKey: key.secret,
      baseURL: "http://localhost",
      fetch: async (request) => {
        const answer = await world.fetch(request);
        if (!request.url.endsWith("/manifest")) return answer;
        const manifest = (await answer.json()) as Manifest; // as the contract has it
        return Response.json({ ...manifest, ...change(manifest) });
      },
    });
  return { ...world, wizdata, make, deceived };
}

test("what is kept beside the files is the text that was signed, and any tool can check it", async () => {
  const { wizdata, make } = await openPrices();
  const to = await folder();
  const id = await make({ columns: ["code", "close"], filters: { code: "KCB" } });
  await wizdata.exports.download(id, { to });
  const text = await readFile(join(to, "manifest.json"), "utf8");
  const signature = await readFile(join(to, "manifest.json.sig"));
  const [{ kid, ...key }] = JSON.parse(await readFile(join(to, "wizdata-keys.json"), "utf8")).keys;
  expect(verify(null, Buffer.from(text), createPublicKey({ key, format: "jwk" }), signature)).toBe(true);
  const { signed, signature: _signature, ...manifest } = await wizdata.exports.manifest(id);
  expect(text).toBe(signed);
  expect(JSON.parse(text)).toEqual(manifest);
  expect(manifest).toMatchObject({
    export_id: id,
    dataset: "prices",
    version: 1,
    rows: pricesRows.length / 3,
    query: { filters: { code: "KCB" }, columns: ["code", "close"] },
    schema: [
      { name: "code", type: "string", nullable: false },
      { name: "close", type: "number", nullable: true },
    ],
    attribution: prices.source,
    made_at: (await wizdata.exports.retrieve(id)).ready_at,
    key_id: kid,
  });
});

test.each<[string, (manifest: Manifest, other: Manifest) => Partial<Manifest>]>([
  ["another text", ({ signed }) => ({ signed: signed?.replace('"version": 1', '"version": 2') ?? null })],
  ["another signature", ({ signature }) => ({ signature: signature?.replace(/^../, "AA") ?? null })],
  ["a signature that is none", () => ({ signature: "" })],
  ["the manifest of another export", (_, { signed, signature }) => ({ signed, signature })],
  ["a key that nobody knows", ({ signed }) => ({ signed: signed?.replace(/"sig_\d+"/, '"sig_9999"') ?? null })],
  ["no JSON", () => ({ signed: "{" })],
])("a download whose manifest comes with %s is an IntegrityError, and nothing is kept", async (_, change) => {
  const { wizdata, make, deceived } = await openPrices();
  const other = await wizdata.exports.manifest(await make({ filters: { code: "SCOM" } }));
  const id = await make();
  const to = await folder();
  const download = deceived((manifest) => change(manifest, other)).exports.download(id, { to });
  await expect(download).rejects.toBeInstanceOf(IntegrityError);
  expect(await readdir(to)).toEqual([]);
});

test("what is beside the signed text is not believed", async () => {
  const { make, deceived } = await openPrices();
  const to = await folder();
  const lying = deceived(({ files }) => ({ files: files.map((file) => ({ ...file, name: "other.csv" })) }));
  const [path = ""] = await lying.exports.download(await make(), { to });
  expect(path).toBe(join(to, "prices-v1.csv"));
});

test("with keys of one's own, neither another key nor a missing signature will do", async () => {
  const { operator, wizdata, make, deceived } = await openPrices();
  const id = await make();
  const trustedKeys = await operator.ledger.keys();
  const { x = "" } = generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" });
  const strangers = trustedKeys.map((key) => ({ ...key, x }));
  const to = await folder();
  const unsigned = deceived(() => ({ signed: null, signature: null, key_id: null }));
  await expect(wizdata.exports.download(id, { to, trustedKeys: strangers })).rejects.toBeInstanceOf(IntegrityError);
  await expect(unsigned.exports.download(id, { to, trustedKeys })).rejects.toBeInstanceOf(IntegrityError);
  expect(await readdir(to)).toEqual([]);
  await wizdata.exports.download(id, { to, trustedKeys });
  expect(await verifyExport(to, { trustedKeys })).toMatchObject({ status: "verified", faults: [] });
  expect(await verifyExport(to, { trustedKeys: strangers })).toMatchObject({ status: "failed", files: [] });
});

test("an export of before manifests were signed is downloaded as it ever was", async () => {
  const { make, deceived } = await openPrices();
  const to = await folder();
  const old = deceived(() => ({ signed: null, signature: null, key_id: null }));
  await old.exports.download(await make(), { to });
  expect(await readdir(to)).toEqual(["prices-v1.csv"]);
});

test("a manifest that was signed before the key was rotated, and one after, are both verified by one client", async () => {
  const { operator, wizdata, make } = await openPrices();
  const first = await make();
  await wizdata.exports.download(first, { to: await folder() });
  await operator.ledger.rotateKey();
  const second = await make({ format: "ndjson" });
  const to = await folder();
  await wizdata.exports.download(second, { to });
  await wizdata.exports.download(first, { to: await folder() });
  expect((await verifyExport(to)).key_id).not.toBe((await wizdata.exports.manifest(first)).key_id);
});

test.each<Partial<NewExport>>([
  { format: "csv" },
  { format: "csv", compression: "gzip", rows_per_file: 100 },
  { format: "ndjson", compression: "zstd" },
  { format: "parquet" },
  { format: "parquet", rows_per_file: 500 },
])("the rows of a folder with %j are counted where no server is", async (wanted) => {
  const { wizdata, make } = await openPrices();
  const to = await folder();
  await wizdata.exports.download(await make(wanted), { to });
  const { status, files, faults } = await verifyExport(to);
  expect([status, faults]).toEqual(["verified", []]);
  expect(files.reduce((sum, file) => sum + file.rows, 0)).toBe(pricesRows.length);
  const [file] = files;
  await writeFile(join(to, file?.name ?? ""), "");
  const { faults: found } = await verifyExport(to);
  expect(found).toEqual([{ subject: file?.name, problem: `has 0 bytes, not ${file?.bytes}` }]);
});
