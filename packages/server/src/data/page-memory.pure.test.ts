import fc from "fast-check";
import { expect, test } from "vitest";
import { PageMemory } from "./page-memory.ts";

const bytesMax = 100_000;
const page = (chars: number) => ({ text: "x".repeat(chars), bytes: chars, rows: 1, next: null });

/** Asks for a page as an answer does: what is kept, or a page that is read anew. */
function ask(memory: PageMemory, key: string, chars: number): "kept" | "read" {
  if (memory.recall(key)) return "kept";
  memory.offer(key, page(chars));
  return "read";
}

test("a page is kept from the second time on, so that who reads each page once leaves what others ask for again", () => {
  const memory = new PageMemory(bytesMax);
  expect([1, 2, 3].map(() => ask(memory, "often", 5_000))).toEqual(["read", "read", "kept"]);
  for (let at = 0; at < 1_000; at++) ask(memory, `walk ${at}`, 5_000);
  expect(ask(memory, "often", 5_000)).toBe("kept");
});

test("whatever is asked for and however it is packed, no more is kept than the bound", async () => {
  const asks = fc.array(
    fc.record({
      page: fc.nat(30),
      chars: fc.nat(20_000),
      packed: fc.option(fc.nat(9), { nil: undefined }),
      reader: fc.option(fc.nat(9), { nil: undefined }),
    }),
    { maxLength: 400 },
  );
  await fc.assert(
    fc.asyncProperty(asks, async (all) => {
      const memory = new PageMemory(bytesMax);
      for (const { page, chars, packed, reader } of all) {
        ask(memory, `page ${page}`, chars);
        if (packed !== undefined)
          await memory.packed(`page ${page}`, `gzip ${packed}`, async () => Buffer.alloc(chars >> 2));
        if (reader !== undefined) memory.cursor(`page ${page}`, `reader ${reader}`, () => "c".repeat(chars >> 4));
        expect(memory.bytes).toBeLessThanOrEqual(bytesMax);
      }
      if (memory.pages === 0) expect(memory.bytes).toBe(0);
    }),
    { numRuns: 50 },
  );
});

test("the page that nobody asked for longest makes room", () => {
  const memory = new PageMemory(bytesMax);
  const twice = (key: string) => [1, 2].map(() => ask(memory, key, 10_000));
  for (let at = 0; at < 9; at++) twice(`page ${at}`);
  expect(ask(memory, "page 0", 10_000)).toBe("kept");
  twice("one more");
  expect(ask(memory, "page 0", 10_000)).toBe("kept");
  expect(ask(memory, "page 1", 10_000)).toBe("read");
});

test("a page that would push out much of the rest, and any page where nothing may be kept, is read each time", () => {
  const memory = new PageMemory(bytesMax);
  expect([1, 2, 3].map(() => ask(memory, "long", 50_000))).toEqual(["read", "read", "read"]);
  const none = new PageMemory(0);
  expect([1, 2, 3].map(() => ask(none, "short", 10))).toEqual(["read", "read", "read"]);
});

test("a kept page is packed once for each cursor, and anew once it is gone", async () => {
  const memory = new PageMemory(bytesMax);
  let packings = 0;
  const pack = async () => Buffer.from(`packed ${++packings}`);
  await memory.packed("page", "gzip a", pack);
  for (const _ of [1, 2]) ask(memory, "page", 1_000);
  const texts = [];
  for (const name of ["gzip a", "gzip a", "gzip b", "br a"])
    texts.push(String(await memory.packed("page", name, pack)));
  expect(texts).toEqual(["packed 2", "packed 2", "packed 3", "packed 4"]);
});

test("a kept page's cursor is sealed once for each reader, and never the one of another", () => {
  const memory = new PageMemory(bytesMax);
  let seals = 0;
  const cursorOf = (reader: string) => memory.cursor("page", reader, () => `${reader} ${++seals}`);
  expect([cursorOf("a"), cursorOf("a")]).toEqual(["a 1", "a 2"]);
  for (const _ of [1, 2]) ask(memory, "page", 1_000);
  expect([cursorOf("a"), cursorOf("b"), cursorOf("a"), cursorOf("b")]).toEqual(["a 3", "b 4", "a 3", "b 4"]);
});
