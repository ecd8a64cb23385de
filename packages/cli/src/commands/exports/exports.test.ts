import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { entry, openPartner, openShop, rows } from "../../testing/catalog.ts";
import { json } from "../../testing/process.ts";

const slug = entry.slug;
const shop = await openShop("premium", afterAll);

test("an export is ordered, waited for, downloaded and verified in one command, and again for free", async () => {
  const { partner } = shop;
  const ended = await partner.run([
    "exports",
    "create",
    slug,
    "ticker=NPN",
    "--format",
    "csv",
    "--download",
    "files",
    "--json",
  ]);
  const made = json(ended);
  expect(made).toMatchObject({
    dataset: slug,
    version: 1,
    status: "ready",
    rows: rows.length / 3,
    query: { filters: { ticker: "NPN" } },
  });
  const [file] = made.files;
  const bytes = readFileSync(file.path);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(file.sha256);
  expect(bytes.toString().split("\n").slice(0, 2)).toEqual(["date,ticker,close,volume", "2024-01-01,NPN,100,"]);
  expect(readdirSync(join(partner.home, "files"))).toEqual(
    ["manifest.json", "manifest.json.sig", file.name, "wizdata-keys.json"].sort(),
  );
  const again = json(await partner.run(["exports", "download", made.id, "--to", "again", "--json"]));
  expect(again).toEqual({ export_id: made.id, files: [{ ...file, path: join(partner.home, "again", file.name) }] });
});

test("an export that is not waited for can be seen, listed and canceled, and is not there for others", async () => {
  const { partner, partnerId } = await openPartner(shop, "premium");
  const made = json(await partner.run(["exports", "create", slug, "--json"]));
  expect(made).toMatchObject({ format: "parquet", status: "queued" });
  expect(json(await partner.run(["exports", "show", made.id, "--json"])).id).toBe(made.id);
  expect(json(await shop.cli.run(["exports", "list", "--partner", partnerId, "--json"])).data).toHaveLength(1);
  const canceled = json(await partner.run(["exports", "cancel", made.id, "--yes", "--json"]));
  // It may have been ready before it was told.
  expect(canceled.status ?? canceled.error.code).toMatch(/^(canceled|conflict)$/);
  const { partner: stranger } = await openPartner(shop);
  expect(json(await stranger.run(["exports", "show", made.id, "--json"]))).toMatchObject({ error: { exit_code: 6 } });
});

test("links open the files of an export to whoever has no key", async () => {
  const { partner } = shop;
  const made = json(await partner.run(["exports", "create", slug, "--format", "csv", "--wait", "--json"]));
  const links = json(await partner.run(["exports", "links", made.id, "--expires-in", "1h", "--json"]));
  expect(links).toMatchObject({ export_id: made.id, files: [{ bytes: made.bytes }] });
  const [{ url, sha256 }] = links.files;
  const answer = await fetch(url);
  expect(
    createHash("sha256")
      .update(await answer.bytes())
      .digest("hex"),
  ).toBe(sha256);
  const told = await partner.run(["exports", "links", made.id]);
  expect([told.stdout.includes("/links/wz_link_"), told.stderr]).toEqual([
    true,
    expect.stringContaining("Treat them as secrets"),
  ]);
  expect(json(await partner.run(["exports", "links", made.id, "--expires-in", "2d", "--json"]))).toMatchObject({
    error: { exit_code: 2 },
  });
});

test("a tier without exports is exit code 5, and nothing is downloaded", async () => {
  const { partner } = await openPartner(shop, "basic");
  const ended = await partner.run(["exports", "create", slug, "--download", "files", "--json"]);
  expect(json(ended)).toMatchObject({ error: { code: "feature_not_licensed", exit_code: 5 } });
  expect(existsSync(join(partner.home, "files"))).toBe(false);
});

test("a place that is no folder is refused before the export is ordered", async () => {
  const { partner } = await openPartner(shop, "premium");
  writeFileSync(join(partner.home, "taken"), "");
  const ended = await partner.run(["exports", "create", slug, "--download", "taken", "--json"]);
  expect(json(ended)).toMatchObject({ error: { code: "file", exit_code: 2 } });
  expect(json(await partner.run(["exports", "list", "--json"])).data).toEqual([]);
});

test("a folder is verified offline, and whatever was changed in it is exit code 12", async () => {
  const { partner } = await openPartner(shop, "premium");
  const made = json(
    await partner.run(["exports", "create", slug, "--format", "ndjson", "--download", "files", "--json"]),
  );
  const [{ path, name }] = made.files;
  // Nothing is asked of anybody: there is nobody at this address.
  const verify = async (...args: string[]) =>
    partner.run(["exports", "verify", "files", ...args, "--json"], { env: { WIZDATA_BASE_URL: "http://127.0.0.1:1" } });
  const verified = await verify();
  expect([verified.code, json(verified)]).toMatchObject([
    0,
    { status: "verified", export_id: made.id, dataset: slug, files: [{ name, rows: rows.length }], faults: [] },
  ]);
  const keys = join(partner.home, "keys.json");
  writeFileSync(keys, await (await fetch(`${shop.url}/.well-known/wizdata-keys.json`)).text());
  expect((await verify("--keys", keys)).code).toBe(0);

  const bytes = readFileSync(path);
  writeFileSync(path, bytes.toString().replace('"volume":1000', '"volume":1001'));
  const changed = await verify();
  expect([changed.code, json(changed)]).toMatchObject([
    12,
    { status: "failed", files: [], faults: [{ subject: name, problem: "does not have the SHA-256 of its manifest" }] },
  ]);
  rmSync(path);
  expect(json(await verify()).faults).toEqual([{ subject: name, problem: "is missing" }]);
  writeFileSync(path, bytes);

  const manifest = join(partner.home, "files/manifest.json");
  const text = readFileSync(manifest, "utf8");
  writeFileSync(manifest, text.replace('"version": 1', '"version": 2'));
  const forged = await verify();
  expect(forged.code).toBe(12);
  expect(json(forged).faults[0].problem).toMatch(/is not what was signed/);
  writeFileSync(manifest, text);
  expect((await verify()).code).toBe(0);

  const other = { keys: [{ kid: "sig_0001", kty: "OKP", crv: "Ed25519", x: "A".repeat(43) }] };
  writeFileSync(
    keys,
    JSON.stringify({
      keys: other.keys.map((key) => ({ ...key, created_at: "2026-01-01T00:00:00Z", retired_at: null })),
    }),
  );
  expect((await verify("--keys", keys)).code).toBe(12);
  expect(
    json(await partner.run(["exports", "download", made.id, "--to", "other", "--keys", keys, "--json"])),
  ).toMatchObject({
    error: { code: "integrity", exit_code: 12 },
  });
  expect(existsSync(join(partner.home, "other"))).toBe(false);
});
