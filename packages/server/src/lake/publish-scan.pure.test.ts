import fc from "fast-check";
import { expect, test } from "vitest";
import { csvForm } from "./publish-csv.ts";
import { recordFields } from "./publish-record.ts";
import { createScan } from "./publish-scan.ts";

/** Feeds a file in pieces of the given sizes. */
function scanInPieces(text: string | Buffer, sizes: number[], wantedRows: ReadonlySet<number> = new Set()) {
  const columns = (/[a-c,]+/.exec(text.toString())?.[0] ?? "").split(",");
  const scan = createScan(csvForm(columns), wantedRows);
  const bytes = Buffer.from(text);
  const kept: Buffer[] = [];
  let at = 0;
  for (let piece = 0; at < bytes.length; piece++) {
    const size = sizes[piece % sizes.length] ?? 1;
    kept.push(Buffer.from(scan.take(bytes.subarray(at, at + size))));
    at += size;
  }
  kept.push(Buffer.from(scan.end()));
  return { scan, rows: Buffer.concat(kept).toString() };
}

const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;
const written = (field: string) => (/[",\r\n]/.test(field) || field === "" ? quoted(field) : field);
const field = fc
  .string({ unit: fc.constantFrom("a", "é", "ዘ", "😀", ",", '"', "\n", "\r\n", " ", "\r"), maxLength: 6 })
  .map((text) => text.replace(/^\uFEFF/, ""));
const row = fc.tuple(field, field, field);
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

test("every well-formed file passes whole, however it arrives and however its lines end", () => {
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 20 }),
      sizes,
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      fc.boolean(),
      (rows, sizes, lineEnd, lastLineEnd, marked) => {
        const records = [["a", "b", "c"], ...rows].map((fields) => fields.map(written).join(","));
        const text = (marked ? "\uFEFF" : "") + records.join(lineEnd) + (lastLineEnd ? lineEnd : "");
        const scanned = scanInPieces(text, sizes);
        expect(scanned.scan.faults).toEqual([]);
        expect(scanned.scan.names).toEqual(["a", "b", "c"]);
        expect(scanned.scan.rows).toBe(rows.length);
        expect(scanned.rows).toBe(rows.map((fields) => `${fields.map(written).join(",")}\n`).join(""));
      },
    ),
  );
});

test("faults and lines do not depend on how the file arrives", () => {
  const mess = fc.array(fc.constantFrom("a", "1", ",", ",", '"', "\n", "\n", "\r\n", "\0", "é"), { maxLength: 60 });
  const wanted = new Set([1, 2, 3, 4]);
  fc.assert(
    fc.property(mess, sizes, (pieces, sizes) => {
      const text = `a,b\n${pieces.join("")}`;
      const whole = scanInPieces(text, [text.length * 4], wanted);
      const cut = scanInPieces(text, sizes, wanted);
      expect(cut.rows).toBe(whole.rows);
      expect(cut.scan.faults).toEqual(whole.scan.faults);
      expect([...cut.scan.lines]).toEqual([...whole.scan.lines]);
    }),
  );
});

test("a row's line is the one it starts on", () => {
  const { scan } = scanInPieces('a,b\n1,"x\ny\nz"\nbad\n2,x\r\n"",""\n', [7], new Set([1, 2, 3]));
  expect([...scan.lines]).toEqual([
    [1, 2],
    [2, 6],
    [3, 7],
  ]);
  expect(scan.faults.map(({ line }) => line)).toEqual([5]);
});

test("a row that never seems to end is given up before it fills the memory", () => {
  const { scan } = scanInPieces(`a,b\n1,"${"x".repeat(3_000_000)}`, [100_000]);
  expect(scan.stopped).toBe(true);
  expect(scan.faults).toMatchObject([{ line: 2, reason: expect.stringContaining("opened and not closed") }]);
});

test("fields are taken out of their quotes", () => {
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 6 }), (fields) => {
      expect(recordFields(fields.map(written).join(","))).toEqual(fields);
    }),
  );
});
