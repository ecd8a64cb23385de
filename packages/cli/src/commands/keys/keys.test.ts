import { expect, test } from "vitest";
import { openPlatform } from "../../testing/platform.ts";
import { json } from "../../testing/process.ts";

test("a key is rotated with an overlap, its old secret is watched, and the overlap is ended", async () => {
  const { cli, as, world } = await openPlatform();
  const partner = await world.onboard();
  const rotated = json(await cli.run(["keys", "rotate", partner.keyId, "--overlap", "1h", "--json"]));
  expect(rotated.predecessor).toMatchObject({ id: partner.keyId, last_used: null });
  expect(await as(partner.key).run(["auth", "status"])).toMatchObject({ code: 0 });
  expect(await as(rotated.secret).run(["auth", "status"])).toMatchObject({ code: 0 });
  const shown = json(await cli.run(["keys", "show", rotated.id, "--json"]));
  expect(shown.predecessor.last_used).toMatchObject({ from: "127.0.0.1" });
  expect(json(await cli.run(["keys", "retire", rotated.id, "--yes", "--json"]))).toMatchObject({ status: "retired" });
  expect(await as(partner.key).run(["auth", "status"])).toMatchObject({ code: 4 });
  expect(await as(rotated.secret).run(["auth", "status"])).toMatchObject({ code: 0 });
});

test("a secret is shown when it is made, and never again", async () => {
  const { cli, world } = await openPlatform();
  const { id } = await world.onboard();
  const made = json(
    await cli.run(["keys", "create", id, "--name", "nightly", "--scopes", "data:read,usage:read", "--json"]),
  );
  expect(made).toMatchObject({ name: "nightly", scopes: ["data:read", "usage:read"] });
  expect(made.secret).toMatch(/^wz_live_/);
  for (const args of [
    ["keys", "show", made.id],
    ["keys", "list", id],
    ["keys", "rename", made.id, "daily"],
  ]) {
    const ended = await cli.run(args);
    expect(ended.code).toBe(0);
    expect(ended.stdout).not.toContain(made.secret);
  }
});

test("what cannot be undone needs --yes where nobody can be asked, and changes nothing without it", async () => {
  const { cli, as, world } = await openPlatform();
  const partner = await world.onboard();
  const refused = await cli.run(["keys", "revoke", partner.keyId, "--json"]);
  expect(json(refused)).toMatchObject({
    error: { code: "usage", exit_code: 2, hint: expect.stringContaining("--yes") },
  });
  expect(await as(partner.key).run(["auth", "status"])).toMatchObject({ code: 0 });
  expect(await cli.run(["keys", "revoke", partner.keyId, "--yes"])).toMatchObject({ code: 0 });
  expect(await as(partner.key).run(["auth", "status"])).toMatchObject({ code: 4 });
});

test("a partner's own key means its own company without naming it", async () => {
  const { as, world } = await openPlatform();
  const partner = await world.onboard({ key: { scopes: ["keys:read", "keys:write"] } });
  const cli = as(partner.key);
  expect(json(await cli.run(["keys", "create", "--name", "own", "--scopes", "keys:read", "--json"]))).toMatchObject({
    partner_id: partner.id,
  });
  expect(json(await cli.run(["keys", "list", "--json"])).data).toHaveLength(2);
});

test("operators have keys of their own", async () => {
  const { cli } = await openPlatform();
  const made = json(
    await cli.run(["keys", "create", "--operator", "--name", "on-call", "--scopes", "partners:read", "--json"]),
  );
  expect(made).toMatchObject({ mode: "admin", partner_id: null });
  const listed = json(await cli.run(["keys", "list", "--operator", "--json"]));
  expect(listed.data.map(({ name }: { name: string }) => name)).toContain("on-call");
});
