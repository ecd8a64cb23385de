import { afterAll, beforeAll, expect, test } from "vitest";
import { openExportsWorld, pricesCsv } from "../exports/exports-testing.ts";
import { openWorld, type World } from "../testing/world.ts";

const deadlineMs = 2_000;
let world: World;
let exports: Awaited<ReturnType<typeof openExportsWorld>>;
let partner: { key: string };
beforeAll(async () => {
  world = await openWorld({ settings: { WIZDATA_SEARCH_DEADLINE_MS: String(deadlineMs) } });
  exports = await openExportsWorld(world);
  partner = await exports.subscriber();
});
afterAll(() => world.close());

const query = (search: string, { key } = partner) => world.ask("GET", `/data/prices?${search}`, { key });
let searched = 0;
/** A search like no other so far: what was asked for before is given out of memory. */
const newSearch = () => `close.gte=${50 + searched++ / 1_000}&limit=1`;
/** A worker that has just been started may need most of a short deadline for itself; afterwards it waits for the next search. */
async function warmUp(): Promise<void> {
  while ((await query(newSearch())).status !== 200);
}
const events = () => world.services.store.db.$count(world.services.store.db.t.usageEvents);

test("any condition on any column is answered, in pages that go on where the one before ended", async () => {
  const [, ...lines] = pricesCsv().trimEnd().split("\n");
  const wanted = lines
    .map((line) => line.split(","))
    .filter(([date = "", code, close]) => code !== "KCB" && Number(close) >= 50 && date < "2025-03-01")
    .map(([date, code, close]) => `${date},${code},${close}`);
  const walked: string[] = [];
  await warmUp();
  let after = "";
  do {
    const search = `close.gte=50&code.ne=KCB&volume.null=false&to=2025-03-01&columns=date,code,close&limit=70&format=csv${after}`;
    const page = await query(search);
    expect(page.status).toBe(200);
    walked.push(...page.body.trimEnd().split("\n").slice(1));
    const event = await world.ask("GET", `/usage/events/${page.headers.get("wizdata-receipt")}`, { key: partner.key });
    expect(event.body).toMatchObject({ operation: "query", units: 1, rows: page.body.split("\n").length - 2 });
    const cursor = page.headers.get("wizdata-next-cursor");
    after = cursor === null ? "" : `&after=${cursor}`;
  } while (after !== "");
  expect(walked.toSorted()).toEqual(wanted.toSorted());
  expect(walked).toEqual(walked.toSorted((left, right) => (left.slice(0, 15) < right.slice(0, 15) ? -1 : 1)));
});

test("a search that finds no end is given up with the export that does, and costs nothing", async () => {
  await warmUp();
  const before = await events();
  exports.signalWorkers("SIGSTOP");
  const refused = await query("close.gte=50&code=KCB&code=SCOM&from=2024-10-01&order=-time&columns=date,close");
  expect(refused.body).toMatchObject({
    status: 422,
    code: "query_too_broad",
    next: [
      "wizdata exports create prices close.gte=50 code=KCB code=SCOM --from 2024-10-01 --columns date,close --order -time --format csv",
    ],
  });
  expect(await events()).toBe(before);
  // The worker that was ended is replaced.
  await warmUp();
});

test("while searches stand still, what an index serves is answered, and those beyond the queue are told to come back", async () => {
  await warmUp();
  exports.signalWorkers("SIGSTOP");
  const searches = Array.from({ length: 7 }, () => query(newSearch()));
  expect((await query("code=KCB&limit=1")).status).toBe(200);
  const answers = await Promise.all(searches);
  const codes = answers.map(({ body }) => body.code);
  // One ran, four waited for it, and two found no room.
  expect(codes.filter((code) => code === "unavailable").length).toBeGreaterThanOrEqual(2);
  expect(codes).toContain("query_too_broad");
  expect(answers.find(({ body }) => body.code === "unavailable")?.headers.get("retry-after")).toBe("2");
});

test("a caller that leaves ends the search, and nothing is counted for it", async () => {
  await warmUp();
  const before = await events();
  exports.signalWorkers("SIGSTOP");
  const controller = new AbortController();
  const { promise: searching, resolve } = Promise.withResolvers<void>();
  const { page } = world.services.lake;
  world.services.lake.page = (...asked) => {
    const found = page(...asked);
    resolve();
    return found;
  };
  const answer = world.app.fetch(
    new Request("http://wizdata.test/api/v1/data/prices?close.gte=50", {
      headers: { "x-api-key": partner.key },
      signal: controller.signal,
    }),
  );
  await searching;
  world.services.lake.page = page;
  controller.abort();
  expect((await answer).status).toBe(400);
  expect(await events()).toBe(before);
  // Its worker is gone, or nothing would ever get a turn.
  await warmUp();
});
