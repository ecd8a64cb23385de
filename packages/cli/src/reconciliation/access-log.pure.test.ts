import type { ReceiptsQuestion } from "@wizdata/sdk";
import { expect, test } from "vitest";
import { AccessLogComparison } from "./access-log.ts";
import { piecesOf } from "./months.ts";

const receiptOf = (number: number) => `use_${String(number).padStart(26, "0")}`;

/** A server with so many events, which goes some hundred of them at a time. */
function server(events: number) {
  const stepEvents = 700;
  return async ({ receipts, between }: ReceiptsQuestion) => {
    const listed = new Set(receipts.map(({ receipt }) => receipt));
    const all = Array.from({ length: events }, (_, at) => receiptOf(at));
    const within = between ? all.filter((id) => id > between.after && id <= between.to) : [];
    const step = within.slice(0, stepEvents);
    const reached = between ? ((within.length > stepEvents ? step.at(-1) : between.to) ?? null) : null;
    const compared = [...listed].filter((receipt) => reached === null || receipt <= reached);
    const missing = compared.filter((receipt) => Number(receipt.slice(4)) >= events);
    const unlisted = step
      .filter((id) => !listed.has(id))
      .map((receipt) => ({ receipt, partner_id: "par_1", operation: "query", at: "", reversed: false }));
    return { reached, matched: compared.length - missing.length, missing, differing: [], archived: 0, unlisted };
  };
}

const lineOf = (number: number) =>
  JSON.stringify({ receipt: receiptOf(number), partner_id: "par_1", key_id: "key_1", rows: 1, bytes: 1 });

async function compared(numbers: readonly number[], events: number) {
  const comparison = new AccessLogComparison(server(events));
  for (const number of numbers) await comparison.add(lineOf(number));
  return comparison.end();
}

test("a long log is compared line by line, with what is far out of its place", async () => {
  const numbers = Array.from({ length: 60_000 }, (_, at) => at);
  const [early = 0] = numbers.splice(10, 1);
  // It comes when all around it has been compared for long.
  const found = await compared([...numbers, early], 60_000);
  expect(found).toMatchObject({ lines: 60_000, matched: 60_000, differences_count: 0, unlisted_count: 0 });
}, 180_000);

test("what has no counterpart on either side is found, at the edges of questions too", async () => {
  const numbers = Array.from({ length: 9_000 }, (_, at) => at).filter((at) => ![1, 3_999, 4_000, 7_998].includes(at));
  const found = await compared([...numbers, 10_000], 9_000);
  expect(found.unlisted.map(({ receipt }) => receipt)).toEqual([1, 3_999, 4_000, 7_998].map(receiptOf));
  expect(found.differences).toEqual([
    { receipt: receiptOf(10_000), figure: "event", stated: "1 rows, 1 bytes of par_1", stored: null },
  ]);
});

test("days are asked for month by month", () => {
  const today = "2026-11-27";
  expect(piecesOf({}, today)).toEqual([{ from: "2026-11-01", to: "2026-12-01" }]);
  expect(piecesOf({ from: "2025-12-30", to: "2026-02-02" }, today)).toEqual([
    { from: "2025-12-30", to: "2026-01-01" },
    { from: "2026-01-01", to: "2026-02-01" },
    { from: "2026-02-01", to: "2026-02-02" },
  ]);
  expect(piecesOf({ from: "yesterday" }, today)).toEqual([{ from: "yesterday", to: "yesterday" }]);
});
