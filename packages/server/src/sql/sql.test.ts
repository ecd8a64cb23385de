import { afterAll, beforeAll, expect, test } from "vitest";
import { eq } from "../store/drizzle.ts";
import { closes, closesCsv, publish } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { attacks, bombs } from "./attacks-testing.ts";
import { publishShipped, subscriber } from "./sql-testing.ts";

const hidden = 987_654_321;
const longMs = 600_000;

let world: World;
let partner: Awaited<ReturnType<typeof subscriber>>;
beforeAll(async () => {
  world = await openWorld({ settings: { WIZDATA_SQL_DEADLINE_MS: "60000", WIZDATA_SQL_LANES_PER_PARTNER: "2" } });
  await publishShipped(world, "nse-kenya");
  await publishShipped(world, "african-economic-indicators");
  await publish(world, closes("prices"));
  await publish(world, closes("secrets"), closesCsv(hidden));
  partner = await subscriber(world, ["nse-kenya", "african-economic-indicators", "prices"]);
}, longMs);
afterAll(() => world.close());

test(
  "a SELECT of a dataset has the values of its pages, in each format, with what it was metered by",
  async () => {
    const search = "/data/nse-kenya?code=SCOM&order=time&limit=50";
    const statement = "SELECT * FROM \"nse-kenya\" WHERE code = 'SCOM' ORDER BY date LIMIT 50";
    const { status, body, headers } = await partner.sql(`${statement}; -- and no more`);
    const page = await world.ask("GET", search, { key: partner.key });
    expect(status).toBe(200);
    expect(body.data).toEqual(page.body.data);
    expect(body.columns.slice(0, 2)).toEqual([
      { name: "date", type: "date" },
      { name: "code", type: "string" },
    ]);
    expect(body).toMatchObject({ rows: 50, datasets: [{ dataset: "nse-kenya", version: 1 }] });
    for (const format of ["csv", "ndjson"]) {
      const lines = await world.ask("GET", `${search}&format=${format}`, { key: partner.key });
      expect((await partner.sql(statement, { format })).body).toBe(lines.body);
    }
    const receipt = headers.get("wizdata-receipt");
    const event = await world.ask("GET", `/usage/events/${receipt}`, { key: partner.key });
    expect(event.body).toMatchObject({
      dataset: "nse-kenya",
      operation: "sql",
      rows: 50,
      bytes: body.bytes_scanned,
      units: 1,
    });
  },
  longMs,
);

test(
  "it is metered by the columns it names, in all parts; counting rows reads none of them",
  async () => {
    const bytesOf = async (statement: string) => (await partner.sql(statement)).body.bytes_scanned;
    const one = await bytesOf("SELECT max(day_price) AS top FROM nse_kenya");
    const two = await bytesOf("SELECT code, max(day_price) AS top FROM nse_kenya GROUP BY code");
    const all = await bytesOf("SELECT * FROM nse_kenya LIMIT 1");
    expect(await bytesOf("SELECT count(*) AS n FROM nse_kenya")).toBe(0);
    expect(one).toBeGreaterThan(0);
    expect(two).toBeGreaterThan(one);
    expect(all).toBeGreaterThan(two);
    expect(await bytesOf("SELECT max(day_price) AS top FROM nse_kenya")).toBe(one);
  },
  longMs,
);

test(
  "datasets are joined, and each has a receipt, a version and bytes of its own",
  async () => {
    const { body } = await partner.sql(
      `WITH yearly AS (SELECT year(date) AS year, sum(volume) AS traded FROM nse_kenya GROUP BY ALL)
     SELECT y.traded, e.* FROM yearly y JOIN "african-economic-indicators" e ON e.year = y.year
     ORDER BY ALL LIMIT 20`,
    );
    expect(body.data).toHaveLength(20);
    expect(body.datasets.map(({ dataset }: { dataset: string }) => dataset)).toEqual([
      "african-economic-indicators",
      "nse-kenya",
    ]);
    const [first, second] = body.datasets;
    expect(body.bytes_scanned).toBe(first.bytes_scanned + second.bytes_scanned);
    expect(first.receipt).not.toBe(second.receipt);
  },
  longMs,
);

test(
  "of several datasets all are charged or none",
  async () => {
    await publish(world, closes("scarce"));
    await world.services.store.transaction((tx) =>
      tx.update(tx.t.licenses).set({ perDay: 1 }).where(eq(tx.t.licenses.dataset, "scarce")),
    );
    const two = await subscriber(world, ["prices", "scarce"]);
    const statement = "SELECT p.code FROM prices p JOIN scarce s USING (code, date)";
    const statuses = (await Promise.all([two.sql(statement), two.sql(statement)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 429]);
    const { body } = await world.ask("GET", "/usage?by=dataset", { key: two.key });
    const calls = Object.fromEntries(
      body.data.map((row: { dataset: string; calls: number }) => [row.dataset, row.calls]),
    );
    expect(calls).toEqual({ prices: 1, scarce: 1 });
  },
  longMs,
);

test(
  "a test key's statement finds the first thousand rows and no other",
  async () => {
    const made = await world.ask("POST", `/partners/${partner.id}/keys`, { body: { name: "tests", mode: "test" } });
    const statement = "SELECT count(*) AS n, count(DISTINCT code) AS codes FROM nse_kenya";
    const ask = () => partner.sql(statement, {}, { key: made.body.secret });
    let answer = await ask();
    // While what it sees is still being made, it is asked for again.
    while (answer.status === 503) answer = await ask();
    expect(answer.body.data).toEqual([{ n: 1_000, codes: expect.any(Number) }]);
  },
  longMs,
);

test(
  "a policy holds: rows and columns that it hides are not in the table, whatever is asked of it",
  async () => {
    await publish(world, closes("limited"), `date,code,close\n2024-12-30,KCB,${hidden}\n2024-12-30,SCOM,20\n`);
    const { sql } = await subscriber(world, ["limited"]);
    const license = { per_minute: 1_000, per_day: 10_000, per_month: 100_000, price_multiplier: 1 };
    const policy = { rows: { code: ["SCOM"] }, columns: ["code"] };
    const body = { ...license, features: ["query", "custom_queries"], policy };
    expect((await world.ask("PUT", "/datasets/limited/licenses/enterprise", { body })).status).toBe(200);
    // While what it leaves is still being made, it is asked for again.
    let all = await sql("SELECT * FROM limited");
    while (all.status === 503) all = await sql("SELECT * FROM limited");
    expect(all.body.data).toEqual([{ date: "2024-12-30", code: "SCOM" }]);
    expect((await sql("SELECT count(*) AS n, max(code) AS c FROM limited")).body.data).toEqual([{ n: 1, c: "SCOM" }]);
    expect((await sql("SELECT max(close) AS top FROM limited")).body.code).toBe("faulty_sql");
  },
  longMs,
);

test.each([
  ["selec 1", "faulty_sql", /syntax error/, 1],
  ["SELECT foo FROM prices", "faulty_sql", /"foo" not found/, 8],
  ["SELECT CAST(code AS INTEGER) AS n FROM prices", "faulty_sql", /Could not convert/, 8],
  ["SELECT 1", "faulty_sql", /names no dataset/, undefined],
  ["SELECT [code] AS l FROM prices", "faulty_sql", /CAST it to VARCHAR/, undefined],
  ["SELECT close, close FROM prices", "faulty_sql", /another name with AS/, undefined],
  ["SELECT 9007199254740993 AS n FROM prices", "faulty_sql", /2\^53/, undefined],
  ["SELECT 'infinity'::DATE AS d FROM prices", "faulty_sql", /infinity/, undefined],
  ["SELECT * FROM nse_kenya", "sql_too_broad", /more than 100000 rows/, undefined],
  ["SELECT * FROM secrets", "subscription_required", /subscription to secrets/, undefined],
  ["SELECT * FROM no_such_data", "not_found", /./, undefined],
])(
  "%s is refused as %s, and says what to do",
  async (statement, code, detail, position) => {
    const { body } = await partner.sql(statement);
    expect(body).toMatchObject({ code, detail: expect.stringMatching(detail) });
    expect(body.position).toBe(position);
  },
  longMs,
);

test(
  "what is beyond the words of the request is refused: a stray version, too many rows, a tier without the feature",
  async () => {
    const statement = "SELECT code FROM prices";
    expect((await partner.sql(statement, { versions: { "nse-kenya": 1 } })).body.code).toBe("invalid_request");
    expect((await partner.sql(statement, { versions: { prices: 7 } })).status).toBe(404);
    expect((await partner.sql(statement, { max_rows: 2 })).body).toMatchObject({ code: "sql_too_broad" });
    expect((await partner.sql(statement, { max_rows: 3, versions: { prices: 1 } })).body).toMatchObject({ rows: 3 });
    const premium = await subscriber(world, ["prices"], "premium");
    expect((await premium.sql(statement)).body).toMatchObject({ code: "feature_not_licensed", tiers: ["enterprise"] });
  },
  longMs,
);

test(
  "no way that was tried leads out of the sandbox, and no answer tells where it is",
  async () => {
    // The others are tried beside this one, wall by wall.
    const tried = Object.values(attacks).flatMap((statements) => [
      statements[0],
      statements[1],
      statements.at(-1) ?? "",
    ]);
    for (let at = 0; at < tried.length; at += 2) {
      const answers = await Promise.all(tried.slice(at, at + 2).map((statement) => partner.sql(statement)));
      for (const { status, body } of answers) {
        expect([403, 404, 422]).toContain(status);
        const text = JSON.stringify(body);
        expect(text).not.toContain(String(hidden));
        expect(text).not.toContain(world.config.home);
        expect(text).not.toMatch(/staging|\.parquet/);
      }
    }
  },
  longMs,
);

test(
  "statements that would take all of a machine end, and other callers do not notice",
  async () => {
    const small = await openWorld({
      settings: { WIZDATA_SQL_DEADLINE_MS: "10000", WIZDATA_SQL_LANES_PER_PARTNER: "2" },
    });
    try {
      await publish(small, closes("prices"));
      const [attacker, other] = [await subscriber(small, ["prices"]), await subscriber(small, ["prices"])];
      const statements = Object.values(bombs);
      for (let at = 0; at < statements.length; at += 2) {
        const ended = Promise.all(statements.slice(at, at + 2).map((statement) => attacker.sql(statement)));
        const page = await small.ask("GET", "/data/prices?limit=1", { key: other.key });
        expect(page.status).toBe(200);
        // A fast machine may well come to the end of one in its time, and then it is an answer like any other.
        for (const { status, body } of await ended)
          if (status !== 422) expect({ status, rows: body.rows <= 3 }).toEqual({ status: 200, rows: true });
      }
      // However slow the machine is at the moment: sooner or later one fits its time.
      let last = await attacker.sql("SELECT count(*) AS n FROM prices");
      while (last.status === 422) last = await attacker.sql("SELECT count(*) AS n FROM prices");
      expect(last.body.data).toEqual([{ n: 3 }]);
    } finally {
      await small.close();
    }
  },
  longMs,
);

test(
  "a caller that leaves frees its turn, and is not charged",
  async () => {
    const leaving = new AbortController();
    const body = JSON.stringify({ sql: bombs.time });
    const headers = { authorization: `Bearer ${partner.key}`, "content-type": "application/json" };
    const request = { method: "POST", body, headers, signal: leaving.signal };
    const left = world.fetch("http://wizdata.test/api/v1/sql", request).catch((error: unknown) => error);
    const second = world.fetch("http://wizdata.test/api/v1/sql", request).catch((error: unknown) => error);
    const third = partner.sql("SELECT count(*) AS n FROM prices");
    leaving.abort();
    await Promise.all([left, second]);
    expect((await third).body.data).toEqual([{ n: 3 }]);
  },
  longMs,
);
