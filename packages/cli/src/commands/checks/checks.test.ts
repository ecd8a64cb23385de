import { expect, test } from "vitest";
import { openPlatform } from "../../testing/platform.ts";
import { json } from "../../testing/process.ts";

test("a check that finds something is exit code 12 and says what to do", { timeout: 180_000 }, async () => {
  const { cli, world } = await openPlatform();
  expect(json(await cli.run(["checks", "run", "--quick", "--json"]))).toMatchObject({ status: "passed" });

  const { store, clock } = world.services;
  await store.transaction(async (tx) => {
    const event = { id: "evt_x", partnerId: null, type: "odd.thing", payload: {}, at: clock() };
    await tx.insert(tx.t.events).values(event);
  });
  world.clock.advance(1_000);
  const failed = await cli.run(["checks", "run", "--json"]);
  const { error } = json(failed);
  expect(failed.code).toBe(12);
  expect(error).toMatchObject({ code: "check_failed", exit_code: 12, check: { status: "failed", findings_count: 1 } });
  expect(error.message).toMatch(/change_told: odd\.thing entries less events: -1$/);

  const [shown = "", id = ""] = /^wizdata checks show (\S+)$/.exec(error.next[0]) ?? [];
  expect(shown).toBe(error.next[0]);
  const text = await cli.run(["checks", "show", id]);
  expect(text.stdout).toContain("change_told\todd.thing\tentries less events: -1");
  expect(text.stderr).toContain("change_told: Entries or events were removed");
  expect(json(await cli.run(["checks", "list", "--json"])).data.map((one: { status: string }) => one.status)).toEqual([
    "failed",
    "passed",
  ]);
});
