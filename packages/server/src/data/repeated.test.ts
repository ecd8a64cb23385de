import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openExportsWorld, pricesCsv, pricesDataset } from "../exports/exports-testing.ts";
import { publish, send } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";

let world: World;
let partners: Awaited<ReturnType<typeof openExportsWorld>>;
let one: { id: string; key: string };
let other: { id: string; key: string };
beforeAll(async () => {
  world = await openWorld();
  partners = await openExportsWorld(world);
  one = await partners.subscriber({ tier: "enterprise" });
  other = await partners.subscriber({ tier: "enterprise" });
});
afterAll(() => world.close());

async function ask(search: string, key: string, headers: Record<string, string> = {}, slug = "prices") {
  const answer = await world.fetch(`http://wizdata.test/api/v1/data/${slug}?${search}`, {
    headers: { "x-api-key": key, ...headers },
  });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}
const often = [1, 2, 3, 4];
const bodyOf = ({ bytes }: { bytes: Buffer }) => JSON.parse(bytes.toString());

describe("a page that is asked for again and again", () => {
  test.each(["json", "ndjson", "csv"])("is byte for byte the same as %s", async (format) => {
    const search = `code=KCB&limit=40&format=${format}`;
    const answers = [];
    for (const _ of often) answers.push(await ask(search, one.key));
    const [first] = answers;
    for (const { status, bytes, headers } of answers) {
      expect({ status, text: bytes.toString() }).toEqual({ status: 200, text: first?.bytes.toString() });
      for (const name of ["etag", "content-type", "vary", "wizdata-next-cursor", "wizdata-dataset-version", "link"])
        expect(headers.get(name)).toBe(first?.headers.get(name));
    }
  });

  test("is metered each time, with the same rows and bytes", async () => {
    const search = "code=SCOM&limit=30";
    const events = [];
    for (const _ of often) {
      const receipt = (await ask(search, one.key)).headers.get("wizdata-receipt");
      events.push((await world.ask("GET", `/usage/events/${receipt}`, { key: one.key })).body);
    }
    expect(new Set(events.map(({ id }) => id)).size).toBe(often.length);
    for (const event of events)
      expect(event).toMatchObject({ rows: 30, units: 1, bytes: events[0].bytes, status: 200 });
  });

  test("ends for each partner with a cursor of its own, good for nobody else, packed or not", async () => {
    const search = "code=EQTY&limit=50";
    const cursors = new Map<string, Set<string>>();
    for (const _ of often) {
      for (const { id, key } of [one, other]) {
        const plain = bodyOf(await ask(search, key));
        const packed = JSON.parse(gunzipSync((await ask(search, key, { "accept-encoding": "gzip" })).bytes).toString());
        expect(packed).toEqual(plain);
        cursors.set(id, (cursors.get(id) ?? new Set()).add(plain.next_cursor));
      }
    }
    const [mine = new Set(), theirs = new Set()] = cursors.values();
    expect([mine.size, theirs.size]).toEqual([1, 1]);
    const [cursor] = mine;
    expect(theirs.has(cursor ?? "")).toBe(false);
    expect((await ask(`${search}&after=${cursor}`, one.key)).status).toBe(200);
    expect(bodyOf(await ask(`${search}&after=${cursor}`, other.key)).code).toBe("invalid_cursor");
  });

  test("goes on for each partner at the same row", async () => {
    const search = "code=EQTY&limit=50";
    const pages = [];
    for (const { key } of [one, other, one, other]) {
      const { next_cursor: cursor } = bodyOf(await ask(search, key));
      pages.push(bodyOf(await ask(`${search}&after=${cursor}`, key)).data);
    }
    for (const page of pages) expect(page).toEqual(pages[0]);
    expect(pages[0][0].date).toBe(new Date(Date.UTC(2024, 8, 51)).toISOString().slice(0, 10));
  });

  test("is the new version's from the moment that is published, and an old one stays what it was", async () => {
    await publish(world, pricesDataset("moving"), pricesCsv());
    const { key } = await partners.subscriber({ slug: "moving", tier: "enterprise" });
    const closes = async (search: string) => bodyOf(await ask(search, key, {}, "moving")).data[0].close;
    for (const _ of often) expect(await closes("code=KCB&limit=1")).toBe(0.25);
    await send(world, "moving", pricesCsv(2));
    for (const _ of often) expect(await closes("code=KCB&limit=1")).toBe(0.5);
    for (const _ of often) expect(await closes("code=KCB&limit=1&version=1")).toBe(0.25);
  });

  test("is no test key's, which sees its own first rows only", async () => {
    const lines = ["date,code,close,volume"];
    for (let day = 0; day < 1_200; day++)
      lines.push(`${new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10)},KCB,${day},${day}`);
    await publish(world, pricesDataset("daily"), `${lines.join("\n")}\n`);
    const partner = await partners.subscriber({ slug: "daily", tier: "enterprise" });
    const tester = await partners.anotherKey(partner.id, { name: "tests", mode: "test" });
    const last = async (key: string) =>
      bodyOf(await ask("code=KCB&order=-time&limit=1", key, {}, "daily")).data[0].close;
    for (const _ of often) {
      expect(await last(partner.key)).toBe(1_199);
      expect(await last(tester)).toBe(999);
    }
  });

  test("is refused like any other once its reader may no longer read", async () => {
    const third = await partners.subscriber({ tier: "enterprise" });
    const search = "code=KCB&limit=7";
    for (const _ of often) expect((await ask(search, third.key)).status).toBe(200);
    await world.ask("POST", `/partners/${third.id}/suspend`);
    expect((await ask(search, third.key)).status).toBe(403);
  });
});
