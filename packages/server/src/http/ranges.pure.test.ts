import fc from "fast-check";
import { expect, test } from "vitest";
import { allowsParts, isOtherTag } from "./etag.ts";
import { readRange } from "./ranges.ts";

test.each([
  ["bytes=0-0", { start: 0, end: 0 }],
  ["bytes=10-19", { start: 10, end: 19 }],
  ["bytes=90-", { start: 90, end: 99 }],
  ["bytes=-1", { start: 99, end: 99 }],
  ["bytes=-1000", { start: 0, end: 99 }],
  ["bytes=50-1000", { start: 50, end: 99 }],
  [`bytes=0-${"9".repeat(400)}`, { start: 0, end: 99 }],
  ["Bytes= 10-19 ", { start: 10, end: 19 }],
])("%s of 100 bytes is one range", (header, range) => {
  expect(readRange(header, 100)).toEqual(range);
});

test.each(["bytes=100-", "bytes=100-200", "bytes=-0", `bytes=${"9".repeat(400)}-`])(
  "%s of 100 bytes names none of them",
  (header) => expect(readRange(header, 100)).toBe("unsatisfiable"),
);

test.each([
  undefined,
  "",
  "bytes",
  "bytes=",
  "bytes=-",
  "bytes=9-1",
  "bytes=a-b",
  "bytes=0x1-0x2",
  "bytes=+1-2",
  "bytes=1.0-2",
  "bytes=1--2",
  "bytes=0-1,3-4",
  "bytes=0-50,20-70",
  "bytes=0-1,",
  "rows=0-1",
  "bytes=0-1, bytes=2-3",
])("%s asks for the whole", (header) => expect(readRange(header, 100)).toBe("whole"));

test("an empty file has no ranges", () => {
  expect(readRange("bytes=0-", 0)).toBe("unsatisfiable");
  expect(readRange("bytes=-5", 0)).toBe("unsatisfiable");
});

test("whatever is asked, what is given lies in the file, and adjacent ranges put together are the file", () => {
  fc.assert(
    fc.property(fc.nat(5_000), fc.string({ unit: "binary-ascii", maxLength: 20 }), (bytes, text) => {
      const range = readRange(`bytes=${text}`, bytes);
      if (typeof range === "string") return;
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.end).toBeGreaterThanOrEqual(range.start);
      expect(range.end).toBeLessThan(bytes);
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 1, max: 700 }), (bytes, stepBytes) => {
      let next = 0;
      while (next < bytes) {
        const range = readRange(`bytes=${next}-${next + stepBytes - 1}`, bytes);
        expect(range).toMatchObject({ start: next });
        next = typeof range === "string" ? Number.NaN : range.end + 1;
      }
      expect(next).toBe(bytes);
    }),
  );
});

test("only the same strong tag lets parts be put together", () => {
  const etag = '"sha256-aa"';
  expect([undefined, etag].map((header) => allowsParts(header, etag))).toEqual([true, true]);
  for (const other of [
    `W/${etag}`,
    '"sha256-ab"',
    "sha256-aa",
    "*",
    "Sat, 21 Nov 2026 08:00:00 GMT",
    `${etag}, "b"`,
    "",
  ])
    expect(allowsParts(other, etag), other).toBe(false);
});

test("If-Match takes the strong tag or any, and a weak one is another", () => {
  const etag = '"sha256-aa"';
  for (const same of [undefined, etag, "*", `"b", ${etag}`]) expect(isOtherTag(same, etag), same).toBe(false);
  for (const other of [`W/${etag}`, '"b"', ""]) expect(isOtherTag(other, etag), other).toBe(true);
});
