import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { entry, openShop } from "../../testing/catalog.ts";
import { json } from "../../testing/process.ts";

test("a profile is what clients of Delta Sharing read, for its owner's eyes only, and never shown unasked", async () => {
  const { partner } = await openShop();
  const file = join(partner.home, "data.share");
  // What others can read becomes the owner's alone.
  writeFileSync(file, "old", { mode: 0o644 });
  const args = ["datasets", "share-profile", entry.slug, "--to", file];
  const told = await partner.run([...args, "--json"]);
  expect(json(told)).toMatchObject({ file, table: `${file}#wizdata.datasets.${entry.slug}`, profile: null });
  const profile = JSON.parse(readFileSync(file, "utf8"));
  expect(profile).toMatchObject({ shareCredentialsVersion: 1, bearerToken: expect.stringMatching(/^wz_live_/) });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  for (const { stdout, stderr } of [told, await partner.run(args)]) expect(stdout + stderr).not.toContain("wz_live_");

  const { endpoint, bearerToken } = profile;
  const headers = { authorization: `Bearer ${bearerToken}` };
  const answer = await fetch(`${endpoint}/shares/wizdata/all-tables`, { headers });
  expect(await answer.json()).toMatchObject({ items: [{ name: entry.slug, schema: "datasets", share: "wizdata" }] });

  const shown = await partner.run(["datasets", "share-profile", "--to", "-"]);
  expect(JSON.parse(shown.stdout)).toEqual(profile);
});

test("a dataset that is not shared with the key gives no profile", async () => {
  const { partner } = await openShop();
  const ended = await partner.run([
    "datasets",
    "share-profile",
    "nothing",
    "--to",
    join(partner.home, "no.share"),
    "--json",
  ]);
  expect(json(ended).error).toMatchObject({ code: "not_found", exit_code: 6 });
  expect(() => statSync(join(partner.home, "no.share"))).toThrow();
});
