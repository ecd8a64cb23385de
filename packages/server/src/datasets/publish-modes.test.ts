import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closes, create, publish, send, sendChange } from "../testing/datasets.ts";
import { openWorld, type World } from "../testing/world.ts";
import { currentVersion, expectTidy, partsOf, rowsOf } from "./publish-testing.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const head = "date,code,close\n";
const first = `${head}2023-05-02,SCOM,18\n2024-12-30,SCOM,20\n2024-12-31,SCOM,20.5\n2025-01-02,SCOM,21\n`;

test("an append adds rows, and every part without a new one is shared with the version before", async () => {
  await publish(world, closes("appended"), first);
  const before = await partsOf(world, "appended", 1);
  const made = await sendChange(world, "appended", "append", `${head}2025-01-03,SCOM,22\n`);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    number: 2,
    mode: "append",
    base: 1,
    changes: { added: 1, changed: 0, removed: 0 },
    rows: 5,
    parts: 3,
    time_max: "2025-01-03",
    report: { source_rows: 1, rows: 5, cells: 15, non_null_cells: 15, failed_checks: 0, present_pairs: 5 },
  });
  const after = await partsOf(world, "appended", 2);
  expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
  expect(after[2]).not.toEqual(before[2]);
  expect(await rowsOf(world, "appended")).toEqual([
    ["2023-05-02", "SCOM", 18],
    ["2024-12-30", "SCOM", 20],
    ["2024-12-31", "SCOM", 20.5],
    ["2025-01-02", "SCOM", 21],
    ["2025-01-03", "SCOM", 22],
  ]);
  await expectTidy(world);
});

test("a late row goes to the year of its time, and only that year is written again", async () => {
  await publish(world, closes("late"), first);
  const before = await partsOf(world, "late", 1);
  await sendChange(world, "late", "append", `${head}2023-01-02,SCOM,17\n`);
  const after = await partsOf(world, "late", 2);
  expect(after.slice(1)).toEqual(before.slice(1));
  expect((await rowsOf(world, "late"))[0]).toEqual(["2023-01-02", "SCOM", 17]);
});

test("an upsert replaces rows by their keys and adds the others", async () => {
  await publish(world, closes("upserted"), first);
  const file = `${head}2024-12-31,SCOM,99\n2025-01-02,SCOM,21\n2025-01-02,KCB,30\n`;
  const made = await sendChange(world, "upserted", "upsert", file);
  expect(made.body).toMatchObject({
    number: 2,
    mode: "upsert",
    changes: { added: 1, changed: 1, removed: 0 },
    rows: 5,
  });
  expect(await rowsOf(world, "upserted")).toEqual([
    ["2023-05-02", "SCOM", 18],
    ["2024-12-30", "SCOM", 20],
    ["2024-12-31", "SCOM", 99],
    ["2025-01-02", "KCB", 30],
    ["2025-01-02", "SCOM", 21],
  ]);
});

test("a delete takes rows away by their keys, whatever else the file has, and counts those it does not know", async () => {
  await publish(world, closes("deleted"), first);
  const made = await sendChange(
    world,
    "deleted",
    "delete",
    "code,why,date\nSCOM,wrong,2024-12-31\nSCOM,wrong,2023-05-02\nSCOM,no day,1999-01-01\n",
  );
  expect(made.body).toMatchObject({
    number: 2,
    mode: "delete",
    changes: { added: 0, changed: 0, removed: 2 },
    rows: 2,
    parts: 2,
    time_min: "2024-12-30",
    report: { source_rows: 3, unknown_keys: 1, rows: 2, cells: 6 },
  });
  expect(await rowsOf(world, "deleted")).toEqual([
    ["2024-12-30", "SCOM", 20],
    ["2025-01-02", "SCOM", 21],
  ]);
});

test("the version before reads as it was", async () => {
  await publish(world, closes("kept"), first);
  const before = await rowsOf(world, "kept", 1);
  await sendChange(world, "kept", "upsert", `${head}2024-12-31,SCOM,1\n`);
  await sendChange(world, "kept", "delete", "date,code\n2023-05-02,SCOM\n");
  await send(world, "kept", `${head}2025-01-02,SCOM,21\n`);
  expect(await rowsOf(world, "kept", 1)).toEqual(before);
  expect((await world.ask("GET", "/datasets/kept/versions/4")).body).toMatchObject({
    mode: "replace",
    base: 3,
    changes: { added: 0, changed: 0, removed: 2 },
  });
});

describe("the same again makes no new version", () => {
  test.each([
    ["append", `${head}2025-01-03,SCOM,22\n2025-01-04,SCOM,23\n`],
    ["upsert", `${head}2025-01-02,SCOM,5\n2025-01-04,SCOM,23\n`],
    ["delete", "date,code\n2025-01-02,SCOM\n"],
  ])("%s", async (mode, file) => {
    await publish(world, closes(`again-${mode}`), first);
    const made = await sendChange(world, `again-${mode}`, mode, file);
    expect(made.body).toMatchObject({ number: 2, unchanged: false });
    const again = await sendChange(world, `again-${mode}`, mode, file);
    expect(again.status).toBe(200);
    expect(again.body).toEqual({ ...made.body, unchanged: true });
    await expectTidy(world);
  });

  test("a replace with all rows of a version that was appended to", async () => {
    await publish(world, closes("again-replace"), first);
    await sendChange(world, "again-replace", "append", `${head}2025-01-03,SCOM,22\n`);
    expect((await send(world, "again-replace", `${first}2025-01-03,SCOM,22\n`)).body).toMatchObject({
      number: 2,
      unchanged: true,
    });
  });
});

describe("refused whole, and nothing is changed", () => {
  beforeAll(async () => {
    await publish(world, closes("refusing"), first);
    const { definition } = closes("keyless");
    await publish(world, closes("keyless", { definition: { ...definition, key: [] } }), first);
    await create(world, closes("fresh"));
  });

  test("an append of keys that are there, each with its line", async () => {
    const file = `${head}2025-01-05,SCOM,1\n2025-01-02,SCOM,21\n2024-12-31,SCOM,7\n`;
    const refused = await sendChange(world, "refusing", "append", file);
    expect(refused.body).toMatchObject({
      status: 422,
      code: "faulty_upload",
      fault_count: 2,
      faults: [
        { line: 3, column: "code, date", value: "SCOM, 2025-01-02", reason: "is a row of version 1 already" },
        { line: 4, value: "SCOM, 2024-12-31", reason: expect.stringContaining("which has other values") },
      ],
    });
    expect(await currentVersion(world, "refusing")).toBe(1);
    await expectTidy(world);
  });

  test("a delete of every row", async () => {
    const file = "date,code\n2023-05-02,SCOM\n2024-12-30,SCOM\n2024-12-31,SCOM\n2025-01-02,SCOM\n";
    const refused = await sendChange(world, "refusing", "delete", file);
    expect(refused.body).toMatchObject({ status: 422, faults: [{ reason: expect.stringContaining("all rows") }] });
    await expectTidy(world);
  });

  test.each(["upsert", "delete"])("%s where rows have no key", async (mode) => {
    expect((await sendChange(world, "keyless", mode, `${head}2025-01-02,SCOM,21\n`)).body).toMatchObject({
      status: 409,
      code: "mode_not_possible",
      detail: expect.stringContaining("no key"),
    });
  });

  test("a delete where there is no version", async () => {
    expect((await sendChange(world, "fresh", "delete", "date,code\n2025-01-02,SCOM\n")).body).toMatchObject({
      status: 409,
      code: "mode_not_possible",
    });
    expect((await sendChange(world, "fresh", "append", first)).body).toMatchObject({ number: 1, rows: 4, base: null });
  });
});

test("rows without a key are appended behind those of their time, and all of them again change nothing", async () => {
  const { definition } = closes("ticks");
  await publish(
    world,
    closes("ticks", { definition: { ...definition, key: [] } }),
    `${head}2025-01-02,B,1\n2025-01-03,C,2\n`,
  );
  const file = `${head}2025-01-02,A,1\n2025-01-02,A,1\n`;
  expect((await sendChange(world, "ticks", "append", file)).body).toMatchObject({ number: 2, rows: 4, changes: null });
  expect(await rowsOf(world, "ticks")).toEqual([
    ["2025-01-02", "B", 1],
    ["2025-01-02", "A", 1],
    ["2025-01-02", "A", 1],
    ["2025-01-03", "C", 2],
  ]);
  expect((await sendChange(world, "ticks", "append", file)).body).toMatchObject({ number: 2, unchanged: true });
});
