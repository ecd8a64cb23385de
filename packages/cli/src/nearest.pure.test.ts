import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

const words = ["rotate", "rename", "retire", "revoke", "list", "show", "create"];

test.each([
  ["rotat", "rotate"],
  ["rotaet", "rotate"],
  ["shwo", "show"],
  ["LIST", "list"],
  ["creat", "create"],
])("%s means %s", (typed, meant) => expect(nearest(typed, words)).toBe(meant));

test("a word that is like none is not guessed", () => {
  for (const typed of ["x", "", "purchase", "zzzzzz"]) expect(nearest(typed, words)).toBeUndefined();
});

test("one slip of the hand is always found", () => {
  fc.assert(
    fc.property(fc.constantFrom("rotate", "rename", "create"), fc.nat({ max: 5 }), (word, at) => {
      expect(nearest(word.slice(0, at) + word.slice(at + 1), words)).toBe(word);
    }),
  );
});
