import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ImpossibleMode } from "./publish-mode.ts";
import { type NewDefinition, openTestLake } from "./publish-testing.ts";

let world: Awaited<ReturnType<typeof openTestLake>>;
beforeAll(async () => {
  world = await openTestLake({ partBytesMin: 100 });
});
afterAll(async () => await world.close());

const required = (name: string, type: string) => ({ name, type, nullable: false });
const prices = {
  columns: [required("day", "date"), required("code", "string"), { name: "close", type: "integer" }],
  key: ["code", "day"],
  time: "day",
  partition: "year",
} satisfies NewDefinition;
const first = "day,code,close\n2023-01-02,A,1\n2024-01-02,A,2\n2024-01-02,B,\n";

describe("a publish that goes on from a version with other columns", () => {
  test("has no value in a column that is new, and none of one that is no more", async () => {
    const base = await world.publishText(prices, first);
    const columns = [...prices.columns.slice(0, 2), { name: "volume", type: "integer" }];
    const { parts, report, changes } = await world.change(
      "upsert",
      { ...prices, columns },
      { ...base, definition: prices },
      "day,code,volume\n2024-01-02,A,7\n2025-01-02,A,8\n",
    );
    expect(world.rowsOf(parts)).toEqual([
      { day: "2023-01-02", code: "A", volume: null },
      { day: "2024-01-02", code: "A", volume: 7 },
      { day: "2024-01-02", code: "B", volume: null },
      { day: "2025-01-02", code: "A", volume: 8 },
    ]);
    expect(changes).toEqual({ added: 1, changed: 1, removed: 0 });
    expect(report).toMatchObject({ rows: 4, cells: 12, nonNullCells: 10, sourceRows: 2 });
    const whole = "day,code,volume\n2023-01-02,A,\n2024-01-02,A,7\n2024-01-02,B,\n2025-01-02,A,8\n";
    expect((await world.publishText({ ...prices, columns }, whole)).parts).toEqual(parts);
  });

  test("takes the values of a column whose type became a wider one", async () => {
    const base = await world.publishText(prices, first);
    const columns = [...prices.columns.slice(0, 2), { name: "close", type: "decimal(9,2)" }];
    const file = "day,code,close\n2025-01-02,A,8.25\n";
    const { parts } = await world.change("append", { ...prices, columns }, { ...base, definition: prices }, file);
    expect(world.rowsOf(parts).map(({ close }) => close)).toEqual(["1.00", "2.00", null, "8.25"]);
  });

  test.each([
    ["a new column that must have a value", { columns: [...prices.columns, required("volume", "integer")] }, /empty/],
    [
      "a type that a value does not have",
      { columns: [required("day", "date"), required("code", "integer")] },
      /integer/,
    ],
    [
      "a value that may be missing no more",
      { columns: [...prices.columns.slice(0, 2), required("close", "integer")] },
      /empty/,
    ],
    ["a key that does not tell rows apart", { key: ["code"] }, /not told apart by code/],
  ])("is refused for %s", async (_case, change: Partial<typeof prices>, why) => {
    const base = await world.publishText(prices, first);
    const after = { ...prices, ...change };
    const names = after.columns.map(({ name }) => name);
    const values: Record<string, string> = { day: "2025-01-02", code: "5", close: "1", volume: "1" };
    const file = `${names.join(",")}\n${names.map((name) => values[name]).join(",")}\n`;
    const published = world.change("append", after, { ...base, definition: prices }, file);
    await expect(published).rejects.toThrow(ImpossibleMode);
    await expect(published).rejects.toThrow(why);
  });

  test("shares its parts where only words and checks that are not enforced changed, and counts by the new checks", async () => {
    const base = await world.publishText(prices, first);
    const columns = [...prices.columns.slice(0, 2), { name: "close", type: "integer", unit: "KES", minimum: 2 }];
    const file = "day,code,close\n2025-01-02,A,1\n";
    const { parts, report } = await world.change(
      "append",
      { ...prices, columns },
      { ...base, definition: prices },
      file,
    );
    expect(parts.slice(0, 2)).toEqual(base.parts);
    expect(report).toMatchObject({ failedChecks: 2, quality: { invalidCells: 2 } });
  });

  test("divides all rows anew where the partition is another", async () => {
    const base = await world.publishText(prices, first);
    const after = { ...prices, partition: "none" as const };
    const { parts } = await world.change("delete", after, { ...base, definition: prices }, "day,code\n2024-01-02,B\n");
    expect(parts.map(({ partition, rows }) => [partition, rows])).toEqual([["all", 2]]);
  });
});

describe("times", () => {
  const bars = {
    columns: [required("at", "timestamp"), required("code", "string")],
    key: ["code", "at"],
    time: "at",
    partition: "year",
  } satisfies NewDefinition;

  test("that are finer than all before give every time of the version more digits", async () => {
    const base = await world.publishText(bars, "at,code\n2024-01-02T10:00:00Z,A\n2025-01-02T10:00:00Z,A\n");
    const coarse = await world.change("append", bars, base, "at,code\n2025-01-03T10:00:00Z,A\n");
    expect(coarse.parts[0]).toEqual(base.parts[0]);
    const fine = await world.change("append", bars, coarse, "at,code\n2025-01-04T10:00:00.5Z,A\n");
    expect(world.rowsOf(fine.parts).map(({ at }) => at)).toEqual([
      "2024-01-02T10:00:00.000Z",
      "2025-01-02T10:00:00.000Z",
      "2025-01-03T10:00:00.000Z",
      "2025-01-04T10:00:00.500Z",
    ]);
    // The digits stay until all is replaced; the same rows are this version still.
    const fewer = await world.change("delete", bars, fine, "at,code\n2025-01-04T10:00:00.5Z,A\n");
    expect(world.rowsOf(fewer.parts)[0]).toMatchObject({ at: "2024-01-02T10:00:00.000Z" });
    const same = "at,code\n2024-01-02T10:00:00Z,A\n2025-01-02T10:00:00Z,A\n2025-01-03T10:00:00Z,A\n";
    expect((await world.change("replace", bars, fewer, same)).parts).toEqual(fewer.parts);
    const other = await world.change("replace", bars, fewer, `${same}2025-01-05T10:00:00Z,A\n`);
    expect(world.rowsOf(other.parts)[0]).toMatchObject({ at: "2024-01-02T10:00:00Z" });
    expect(other.changes).toEqual({ added: 1, changed: 0, removed: 0 });
  });
});

test("more partitions than there may be are refused with advice, also where each file has few", async () => {
  const daily = { ...prices, partition: "day" as const };
  const day = (at: number) => new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(0, 10);
  const rows = (from: number, to: number) =>
    `day,code,close\n${Array.from({ length: to - from }, (_, at) => `${day(from + at)},A,1`).join("\n")}\n`;
  const base = await world.publishText(daily, rows(0, 40));
  // As many as the version could have before; only their names and times are looked at.
  const many = Array.from({ length: 1_960 }, (_, at) => {
    const on = day(100 + at);
    return {
      ...base.parts[0],
      sha256: base.parts[0]?.sha256 ?? "",
      rows: 1,
      bytes: 100,
      partition: on,
      timeMin: on,
      timeMax: on,
    };
  });
  const full = { ...base, parts: [...base.parts, ...many] };
  const refusal = await world.refusal(daily, "", () => world.change("append", daily, full, rows(50, 52)));
  expect(refusal.faults).toMatchObject([{ reason: expect.stringContaining("more than 2000 parts by day") }]);
});
