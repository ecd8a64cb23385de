import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
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
  expect(readdirSync(join(partner.home, "files"))).toEqual([file.name]);
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
