import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { entry, openShop } from "../../testing/catalog.ts";
import { json } from "../../testing/process.ts";

test("a partner is told which terms to accept, reads them, accepts, and has its rows again", async () => {
  const { cli, world, partnerId, partner, as } = await openShop();
  writeFileSync(join(cli.home, "terms.md"), "1. Do not resell it.\n");
  expect(json(await cli.run(["terms", "set", entry.slug, "--file", "terms.md", "--json"]))).toMatchObject({
    version: 1,
    text: "1. Do not resell it.",
  });
  const query = ["data", "query", entry.slug, "ticker=NPN", "--json"];
  const { error } = json(await partner.run(query));
  expect(error).toMatchObject({ code: "terms_not_accepted", exit_code: 5, terms_version: 1 });
  const [show, accept] = error.next.map((line: string) => line.split(" ").slice(1));
  expect((await partner.run(show)).stdout).toContain("text\t1. Do not resell it.");

  const key = { name: "legal", scopes: ["datasets:read", "terms:accept"] };
  const { body } = await world.ask("POST", `/partners/${partnerId}/keys`, { body: key });
  const legal = as(body.secret);
  expect(json(await legal.run([...accept, "--json"])).error).toMatchObject({ exit_code: 2 });
  expect(json(await legal.run([...accept, "--yes", "--json"]))).toMatchObject({
    partner_id: partnerId,
    accepted_by: "partner",
    key_id: body.id,
  });
  expect(json(await partner.run(query)).data).not.toEqual([]);
  const shown = await partner.run(["datasets", "show", entry.slug]);
  expect(shown.stdout).toMatch(/\nterms\t1\t2026-03-10 09:30:00Z\t2026-03-10 09:30:00Z\t/);
});

test("what is missing is said before anything is sent, and a dataset without terms says so", async () => {
  const { cli } = await openShop();
  expect(json(await cli.run(["terms", "set", entry.slug, "--json"])).error).toMatchObject({ code: "usage" });
  expect(json(await cli.run(["terms", "show", entry.slug, "--json"])).error).toMatchObject({ code: "not_found" });
});
