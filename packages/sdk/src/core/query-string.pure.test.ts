import fc from "fast-check";
import { expect, test } from "vitest";
import { path, queryString } from "./query-string.ts";

const word = fc.string({ unit: "grapheme" });

test("an id reaches the server as it is and never leads to another path", () => {
  fc.assert(
    fc.property(
      word.filter((id) => !/^\.{0,2}$/.test(id)),
      (id) => {
        const { pathname, search, hash } = new URL(path`/api/v1/partners/${id}/keys`, "http://localhost");
        expect([search, hash]).toEqual(["", ""]);
        const segments = pathname.split("/");
        expect(segments).toHaveLength(6);
        expect(decodeURIComponent(segments[4] ?? "")).toBe(id);
      },
    ),
  );
});

test.each(["", ".", "..", Number.NaN])("%o is no id", (id) => {
  expect(() => path`/api/v1/partners/${id}`).toThrow(TypeError);
});

test("a list is a repeated name, a time is RFC 3339, and what is undefined is left out", () => {
  const query = { ticker: ["NPN", "A&B"], "close.gte": 1.5, from: new Date(0), to: undefined, "volume.null": false };
  expect(queryString(query)).toBe(
    "?ticker=NPN&ticker=A%26B&close.gte=1.5&from=1970-01-01T00%3A00%3A00.000Z&volume.null=false",
  );
  expect(queryString({})).toBe("");
  expect(queryString(undefined)).toBe("");
});

test("a value that no filter can have is refused, and not left out", () => {
  for (const value of [null, {}, [null], Number, Number.NaN])
    expect(() => queryString({ ticker: value })).toThrow(TypeError);
});
