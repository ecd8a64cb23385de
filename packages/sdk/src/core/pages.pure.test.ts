import fc from "fast-check";
import { expect, test } from "vitest";
import { Paged } from "./pages.ts";

function listOf(pages: number[][]) {
  const asked: (string | undefined)[] = [];
  const list = new Paged<number>(async (after) => {
    asked.push(after);
    const at = Number(after ?? 0);
    const next_cursor = at + 1 < pages.length ? String(at + 1) : null;
    return { data: pages[at] ?? [], has_more: next_cursor !== null, next_cursor };
  });
  return { asked, list };
}

test("iterating gives every item of every page in order, empty pages or not", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fc.nat()), { minLength: 1 }), async (pages) => {
      const { list, asked } = listOf(pages);
      expect(await Array.fromAsync(list)).toEqual(pages.flat());
      expect(asked).toHaveLength(pages.length);
    }),
  );
});

test("awaiting gives the first page, asks once, and asks nothing before", async () => {
  const { list, asked } = listOf([[1, 2], [3]]);
  expect(asked).toEqual([]);
  expect(await list).toEqual({ data: [1, 2], has_more: true, next_cursor: "1" });
  expect(await Array.fromAsync(list)).toEqual([1, 2, 3]);
  expect(asked).toEqual([undefined, "1"]);
});

test("who stops early asks for no more pages", async () => {
  const { list, asked } = listOf([[1], [2], [3]]);
  for await (const item of list) if (item === 2) break;
  expect(asked).toEqual([undefined, "1"]);
});

test("a list that names a page as its own next ends with an error, not never", async () => {
  const list = new Paged<number>(async () => ({ data: [1], has_more: true, next_cursor: "same" }));
  await expect(Array.fromAsync(list)).rejects.toThrow("does not end");
});
