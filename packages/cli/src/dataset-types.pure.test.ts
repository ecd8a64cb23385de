import { expect, test } from "vitest";
import { declarationOf } from "./dataset-types.ts";

test("a dataset's rows are declared with units and descriptions where a reader's cursor is", () => {
  const text = declarationOf("nse-kenya", 7, {
    columns: [
      { name: "date", type: "date", nullable: false, description: "Day of trading." },
      { name: "code", type: "string", nullable: false },
      { name: "market", type: "string", values: ["MAIN", "GROWTH"] },
      { name: "day_price", type: "number", unit: "KES", description: "Ends with */ a\ntrick." },
      { name: "volume", type: "integer" },
      { name: "turnover", type: "decimal", unit: "KES" },
    ],
  });
  expect(text).toBe(`// Made by: wizdata datasets types nse-kenya
import "@wizdata/sdk";

declare module "@wizdata/sdk" {
  interface Datasets {
    /** As of version 7. */
    "nse-kenya": {
      /** Day of trading. · date */
      date: string;
      code: string;
      market: "MAIN" | "GROWTH" | null;
      /** KES · Ends with *\\/ a trick. */
      day_price: number | null;
      volume: number | null;
      /** KES · decimal */
      turnover: string | null;
    };
  }
}
`);
});
