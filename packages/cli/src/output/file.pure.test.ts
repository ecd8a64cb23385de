import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { readCheckpoint, type SavePlan, savePages } from "./file.ts";
import { type PageLike, PageStream } from "./page-stream.ts";

const itemsInAll = 20;
const wanted = Array.from({ length: itemsInAll }, (_, n) => `{"n":${n}}\n`).join("");

test("however often it breaks off, and whatever the last break left behind, each row is there once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 7 }),
      fc.array(fc.record({ pages: fc.nat({ max: 3 }), torn: fc.string({ maxLength: 9 }) }), { maxLength: 6 }),
      async (pageItems, breaks) => {
        const plan = planIn(mkdtempSync(join(tmpdir(), "wizdata-save-")));
        for (const { pages, torn } of breaks) {
          await save(plan, pageItems, pages).catch(() => {});
          // As a kill between the page and its checkpoint leaves it.
          if (existsSync(plan.output)) appendFileSync(plan.output, torn);
        }
        const { items } = await save(plan, pageItems);
        expect(items).toBe(itemsInAll);
        expect(readFileSync(plan.output, "utf8")).toBe(wanted);
        rmSync(join(plan.output, ".."), { recursive: true });
      },
    ),
    { numRuns: 60 },
  );
});

test("a finished file is left as it is", async () => {
  const plan = openPlan();
  await save(plan, 7);
  const again = await savePages(plan, await readCheckpoint(plan), new PageStream<PageLike>(breaking()), () => {});
  expect(again).toEqual({ output: plan.output, items: itemsInAll, bytes: wanted.length, resumed: true });
});

test("a checkpoint of another command, or of a file that was cut since, is refused and says what to do", async () => {
  const plan = openPlan();
  await save(plan, 3, 2).catch(() => {});
  await expect(readCheckpoint({ ...plan, query: "other" })).rejects.toThrow("belongs to another command");
  await expect(readCheckpoint({ ...plan, output: "other" })).rejects.toThrow("another output file");
  writeFileSync(plan.output, "");
  await expect(save(plan, 3)).rejects.toMatchObject({ code: "output_changed", hint: "Remove both to begin anew." });
  rmSync(plan.output);
  await expect(save(plan, 3)).rejects.toThrow("not there");
});

test("without a checkpoint the file appears when it is whole, and never before", async () => {
  const plan = { ...openPlan(), checkpointFile: undefined };
  await expect(save(plan, 3, 2)).rejects.toThrow("broken");
  expect([existsSync(plan.output), existsSync(`${plan.output}.part`)]).toEqual([false, false]);
  await save(plan, 3);
  expect(readFileSync(plan.output, "utf8")).toBe(wanted);
});

async function save(plan: SavePlan, pageItems: number, breakAfterPages?: number) {
  const from = await readCheckpoint(plan);
  return savePages(
    plan,
    from,
    new PageStream<PageLike>(pagesFrom(Number(from?.next_cursor ?? 0), pageItems, breakAfterPages)),
    () => {},
  );
}

async function* pagesFrom(first: number, pageItems: number, breakAfterPages = Number.POSITIVE_INFINITY) {
  let pages = 0;
  for (let at = first; at < itemsInAll; at += pageItems) {
    if (pages++ === breakAfterPages) throw new Error("broken");
    const end = Math.min(at + pageItems, itemsInAll);
    const data = Array.from({ length: end - at }, (_, n) => ({ n: at + n }));
    yield { data, has_more: end < itemsInAll, next_cursor: end < itemsInAll ? String(end) : null };
  }
}

// biome-ignore lint/correctness/useYield: it fails before its first page
async function* breaking(): AsyncGenerator<PageLike> {
  throw new Error("It must not be asked.");
}

function openPlan(): SavePlan {
  const folder = mkdtempSync(join(tmpdir(), "wizdata-save-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return planIn(folder);
}

const planIn = (folder: string): SavePlan => ({
  output: join(folder, "rows.ndjson"),
  checkpointFile: join(folder, "rows.checkpoint"),
  query: "q",
});
