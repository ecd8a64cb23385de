import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeStrictly, faultOfJson } from "./strict-json.ts";

test("what JSON.stringify writes of well-formed data is let through", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: "grapheme" }), (value) => {
      const text = JSON.stringify(value);
      if (text.includes("\\u0000")) return;
      expect(faultOfJson(text)).toBeUndefined();
      expect(faultOfJson(JSON.stringify(value, null, 2))).toBeUndefined();
    }),
  );
});

test("any text gets an answer and never a crash, and only JSON passes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      if (faultOfJson(text) === undefined) expect(() => JSON.parse(text)).not.toThrow();
    }),
  );
});

test("a repeated key is found at any depth, behind any white space", () => {
  for (const text of [
    '{"a":{"b":1,"b":2}}',
    '[{"a":1, "a" :2}]',
    '{"a":[],"\\u0061":1}',
    `{"a":1,"a"${" ".repeat(500)}:2}`,
  ]) {
    expect(faultOfJson(text)).toMatch(/twice/);
  }
  expect(faultOfJson('{"a":"b","b":["a","a"],"c":{"a":1}}')).toBeUndefined();
});

test("the bounds are where they are said to be", () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  expect([faultOfJson(nested(64)), faultOfJson(nested(65))]).toEqual([undefined, expect.stringContaining("deeper")]);
  const items = (count: number) => JSON.stringify(Array.from({ length: count }, () => 1));
  expect([faultOfJson(items(10_000)), faultOfJson(items(10_001))]).toEqual([
    undefined,
    expect.stringContaining("items"),
  ]);
});

test("text is UTF-8 without a mark before it", () => {
  expect(decodeStrictly(new TextEncoder().encode("é"))).toEqual({ text: "é" });
  expect(decodeStrictly(new Uint8Array([0xc3]))).toHaveProperty("wrong");
  expect(decodeStrictly(new Uint8Array([0xef, 0xbb, 0xbf, 0x31]))).toHaveProperty("wrong");
});
