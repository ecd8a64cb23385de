import fc from "fast-check";
import { expect, test } from "vitest";
import type { Part } from "./lake.ts";
import { type Group, groupParts, isKept } from "./publish-groups.ts";

const partBytesMin = 1_000;

const partOf = (bytes: number, at: number): Part => ({
  sha256: `${at}`,
  partition: "2024",
  rows: Math.max(1, Math.round(bytes / 10)),
  bytes,
  timeMin: String(at),
  timeMax: String(at),
});
const untouched = (sizes: number[]) =>
  sizes.map((bytes, at) => ({ at, part: partOf(bytes, at), removed: 0, added: 0 }));
const placesOf = (groups: Group[]) => groups.map(({ parts }) => parts.map(({ at }) => at));

test("a small append behind a large part is a part of its own, and the large one stays", () => {
  const groups = groupParts(untouched([5_000]), 10, partBytesMin);
  expect(groups.map(isKept)).toEqual([true, false]);
  expect(placesOf(groups)).toEqual([[0], []]);
});

test("the next small append makes one of the small part and itself", () => {
  const groups = groupParts(untouched([5_000, 100]), 10, partBytesMin);
  expect(groups.map(isKept)).toEqual([true, false]);
  expect(placesOf(groups)).toEqual([[0], [1]]);
});

test("a part from which all rows go is none, and one that became small is joined by what comes after it", () => {
  const parts = untouched([5_000, 5_000, 5_000]);
  const gone = parts.map((one) => (one.at === 1 ? { ...one, removed: 500 } : one));
  expect(placesOf(groupParts(gone, 0, partBytesMin))).toEqual([[0], [2]]);
  const small = parts.map((one) => (one.at === 1 ? { ...one, removed: 450 } : one));
  expect(placesOf(groupParts(small, 0, partBytesMin))).toEqual([[0], [1, 2]]);
});

test("a ninth part makes the last ones one, and leaves a large one in front alone", () => {
  const groups = groupParts(untouched([1_000_000, ...Array(7).fill(1_000)]), 10, partBytesMin);
  expect(placesOf(groups)).toEqual([[0], [1, 2, 3, 4, 5, 6, 7]]);
  expect(groups.map(isKept)).toEqual([true, false]);
});

test("whatever comes and goes, there are eight parts at most, in order, and only the last may be small", () => {
  const part = fc.record({
    bytes: fc.integer({ min: 1, max: 20_000 }),
    removed: fc.double({ min: 0, max: 1, noNaN: true }),
    added: fc.nat({ max: 500 }),
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.nat({ max: 300 }), (parts, behind) => {
      const touched = parts.map(({ bytes, removed, added }, at) => {
        const one = partOf(bytes, at);
        return { at, part: one, removed: Math.floor(one.rows * removed), added };
      });
      const groups = groupParts(touched, behind, partBytesMin);
      expect(groups.length).toBeLessThanOrEqual(8);
      const places = placesOf(groups).flat();
      expect(places).toEqual(places.toSorted((left, right) => left - right));
      for (const { bytes, rows } of groups.slice(0, -1)) {
        expect(bytes).toBeGreaterThanOrEqual(partBytesMin);
        expect(rows).toBeGreaterThan(0);
      }
      const rows = touched.reduce((sum, one) => sum + one.part.rows - one.removed + one.added, behind);
      expect(groups.reduce((sum, group) => sum + group.rows, 0)).toBe(rows);
    }),
  );
});

test("a thousand appends write each row again a few times only", () => {
  let sizes = [100_000];
  let written = 0;
  for (let append = 0; append < 1_000; append++) {
    const groups = groupParts(untouched(sizes), 50, partBytesMin);
    written += groups.filter((group) => !isKept(group)).reduce((bytes, group) => bytes + group.bytes, 0);
    sizes = groups.map(({ bytes }) => bytes);
  }
  const appended = 1_000 * 500;
  expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeCloseTo(100_000 + appended, -3);
  expect(written / appended).toBeLessThan(8);
});
