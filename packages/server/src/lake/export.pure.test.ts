import { mkdir, readdir, stat, truncate } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "./export-job.ts";
import {
  mixed,
  mixedColumns,
  mixedCsv,
  mixedRows,
  openTestExports,
  type Published,
  type Row,
} from "./export-testing.ts";

let world: Awaited<ReturnType<typeof openTestExports>>;
let published: Published;
let rows: Row[];
beforeAll(async () => {
  world = await openTestExports();
  published = await world.publish(mixed, { text: mixedCsv });
  rows = await world.pagedRows(published);
  expect(rows).toHaveLength(mixedRows);
});
afterAll(() => world.close());

describe("an export", () => {
  test.each(["csv", "parquet"] as const)(
    "has the same bytes every time as %s, however many threads write it",
    async (format) => {
      const files = new Set<string>();
      for (const threads of [1, 2, 1, 2]) {
        const job = world.jobOf(published, { order: "-key", filters: { "price.gt": 0 } }, format);
        const work = world.paths.jobWork(job.id);
        await mkdir(work, { recursive: true });
        const duckdb = { memoryMb: 200, threads, temporaryBytesMax: 2 ** 30 };
        files.add(
          JSON.stringify(
            (
              await run(job, {
                home: world.home,
                work,
                progress: () => {},
                duckdb,
                unpackedBytesMax: 2 ** 30,
                partBytesMin: 1_000_000,
              })
            ).files,
          ),
        );
      }
      expect(files.size).toBe(1);
    },
  );

  test("of a whole version as Parquet is the parts themselves", async () => {
    const job = world.jobOf(published, {}, "parquet");
    const { files } = await world.lake.export(job);
    expect(files.map(({ name }) => name)).toEqual([
      "prices-v7-2024-01.parquet",
      "prices-v7-2024-02.parquet",
      "prices-v7-2024-03.parquet",
    ]);
    expect(files.map(({ sha256, rows, bytes }) => ({ sha256, rows, bytes }))).toEqual(
      published.parts.map(({ sha256, rows, bytes }) => ({ sha256, rows, bytes })),
    );
    for (const { name, sha256 } of files) {
      const [exported, part] = await Promise.all([
        stat(world.lake.exportFile(job.id, name)),
        stat(world.paths.part(sha256)),
      ]);
      expect(exported.ino).toBe(part.ino);
    }
  });

  test("as Parquet keeps types, and has the rows of its query", async () => {
    const job = world.jobOf(
      published,
      { filters: { code: "C3" }, order: "-time", columns: ["at", "fee", "halted", "price"] },
      "parquet",
    );
    const { files, rows } = await world.lake.export(job);
    expect(files.map(({ name }) => name)).toEqual(["prices-v7.parquet"]);
    const found = await readParquet(world.lake.exportFile(job.id, "prices-v7.parquet"));
    expect(found.types).toEqual(["TIMESTAMP", "DECIMAL(6,2)", "BOOLEAN", "DOUBLE"]);
    expect(found.rows).toHaveLength(rows);
    expect(found.rows.map((row) => row[3])).toEqual(
      expectedRows("C3")
        .map((row) => row.price)
        .reverse(),
    );
  });
  const expectedRows = (code: string) => rows.filter((row) => row.code === code);

  test("that finds nothing is a header, or a Parquet file without rows", async () => {
    expect(await world.exportCsv(published, { filters: { code: "C9" }, columns: ["code", "at"] })).toBe("code,at\n");
    expect(await world.exportCsv(published, { from: "2030-01-01", columns: ["at"] })).toBe("at\n");
    expect(await world.exportCsv({ ...published, parts: [] }, { order: "-time", columns: ["fee", "day"] })).toBe(
      "fee,day\n",
    );
    const job = world.jobOf({ ...published, parts: [] }, {}, "parquet");
    expect((await world.lake.export(job)).rows).toBe(0);
    expect((await readParquet(world.lake.exportFile(job.id, "prices-v7.parquet"))).rows).toEqual([]);
  });

  test("that is canceled leaves nothing behind, and the next one works", async () => {
    const job = world.jobOf(published, { order: "-key" }, "csv");
    const controller = new AbortController();
    const running = world.lake.export({ ...job, signal: controller.signal });
    setTimeout(() => controller.abort(new Error("canceled by its owner")), 20);
    await expect(running).rejects.toThrow("canceled by its owner");
    expect(await readdir(world.paths.exports)).not.toContain(job.id);
    expect(await readdir(world.paths.staging)).not.toContain(job.id);
    expect(await world.exportCsv(published, { columns: ["code"] })).toMatch(/^code\n/);
  });

  test("begun again replaces what an attempt before it left", async () => {
    const job = world.jobOf(published, {}, "csv");
    const first = await world.lake.export(job);
    const again = await world.lake.export({ ...job, format: "parquet" });
    expect((await readdir(world.paths.export(job.id))).sort()).toEqual(again.files.map(({ name }) => name).sort());
    expect(first.rows).toBe(again.rows);
  });

  test("of a damaged or missing part fails, and leaves nothing behind", async () => {
    const own = await world.publish(mixed, { text: `${mixedColumns.join(",")}\nZ,2024-05-01T00:00:00Z,1,,,,,\n` });
    const [part] = own.parts;
    if (!part) throw new Error("nothing was published");
    await truncate(world.paths.part(part.sha256), part.bytes - 1);
    for (const parts of [own.parts, [{ ...part, sha256: "0".repeat(64) }]]) {
      for (const format of ["csv", "parquet"] as const) {
        const job = world.jobOf({ definition: own.definition, parts }, {}, format);
        await expect(world.lake.export(job)).rejects.toThrow(/damaged|ENOENT/);
        expect(await readdir(world.paths.exports)).not.toContain(job.id);
      }
    }
  });

  test("never takes a file's name from what a caller wrote", async () => {
    const job = { ...world.jobOf(published, {}, "csv"), dataset: "../../evil" };
    await expect(world.lake.export(job)).rejects.toThrow();
    expect((await world.files()).filter((name) => name.includes("evil"))).toEqual([]);
  });
});

async function readParquet(file: string): Promise<{ types: string[]; rows: unknown[][] }> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  try {
    const result = await connection.runAndReadAll("SELECT * FROM read_parquet(?)", [file]);
    return { types: result.columnTypes().map(String), rows: result.getRowsJS() };
  } finally {
    connection.closeSync();
  }
}
