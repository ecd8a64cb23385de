import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type NewDefinition, openTestLake, sharedData } from "./publish-testing.ts";

let world: Awaited<ReturnType<typeof openTestLake>>;
beforeAll(async () => {
  world = await openTestLake();
});
afterAll(async () => await world.close());

const required = (name: string, type = "string") => ({ name, type, nullable: false });
const number = (name: string) => ({ name, type: "number" });
const linesOf = (path: string) =>
  gunzipSync(readFileSync(join(sharedData, path)))
    .toString()
    .trimEnd()
    .split(/\r?\n/);

describe.skipIf(!existsSync(sharedData))("real data", { timeout: 300_000 }, () => {
  test("a day more of Nairobi's prices is one part, and eighteen years are those of the version before", async () => {
    const nse = {
      columns: [
        required("date", "date"),
        required("code"),
        { name: "name", type: "string" },
        ...["day_low", "day_high", "day_price", "previous"].map(number),
        { name: "volume", type: "integer" },
        number("adjusted"),
      ],
      key: ["code", "date"],
      time: "date",
      partition: "year",
      repeated_key: "keep_last",
    } satisfies NewDefinition;
    const [header = "", ...lines] = linesOf("jse-market/nse-kenya-daily.csv.gz");
    const isLast = (line: string) => line.startsWith("2024-12-31");
    const text = (some: string[]) => `${[header, ...some].join("\n")}\n`;
    const base = await world.publishText(nse, text(lines.filter((line) => !isLast(line))));
    const { parts, report, changes } = await world.change("append", nse, base, text(lines.filter(isLast)));
    expect(parts.slice(0, -1)).toEqual(base.parts.slice(0, -1));
    expect(parts).toHaveLength(18);
    const whole = await world.publishText(nse, text(lines));
    expect(parts).toEqual(whole.parts);
    expect(changes).toEqual({ added: whole.report.rows - base.report.rows, changed: 0, removed: 0 });
    const { sources, sourceRows, repeatedRows, repeatedKeys, ...counted } = report;
    expect(whole.report).toMatchObject(counted);
    expect(sources).toEqual({ rows: whole.report.sourceRows, repeatedRows: whole.report.repeatedRows });
    // And back again.
    const back = await world.change("delete", nse, { parts, report }, text(lines.filter(isLast)));
    expect(back.parts).toEqual(base.parts);
    expect(back.report).toMatchObject({
      rows: base.report.rows,
      nonNullCells: base.report.nonNullCells,
      unknownKeys: 0,
    });
  });
});
