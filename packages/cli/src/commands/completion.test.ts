import { afterAll, expect, test } from "vitest";
import { completeValues } from "../completion/values.ts";
import { entry, openShop } from "../testing/catalog.ts";
import { screen } from "../testing/terminal.ts";

const { world, url, cli, key, partnerId } = await openShop("premium", afterAll);

async function values(kind: string, { as = world.operatorKey, at = url } = {}): Promise<string[]> {
  const env = { HOME: cli.home, WIZDATA_BASE_URL: at, WIZDATA_API_KEY: as };
  const terminal = screen({ isTerminal: false, env });
  await completeValues(kind, terminal, "1.0.0");
  return terminal.shown.out.split("\n").filter((line) => line !== "");
}

test("names come from the server, each key seeing its own, and from the cache while they are fresh", async () => {
  expect(await values("datasets")).toEqual([`${entry.slug}\t${entry.title}`]);
  expect(await values("partners")).toEqual([`${partnerId}\tPartner 1`]);
  expect(await values("keys", { as: key })).toEqual([expect.stringMatching(/^key_\w+\tfirst of Partner 1$/)]);
  expect((await values("keys")).length).toBe(2);
  await world.onboard();
  expect(await values("partners", { as: key })).toEqual([`${partnerId}\tPartner 1`]);
  expect(await values("partners")).toHaveLength(1);
});
