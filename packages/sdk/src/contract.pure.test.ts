import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { WizData } from "./index.ts";

const contract = JSON.parse(await readFile(new URL("../../../openapi/wizdata.json", import.meta.url), "utf8"));
const operations: string[] = Object.values<Record<string, { operationId: string }>>(contract.paths).flatMap((item) =>
  Object.values(item).map(({ operationId }) => operationId),
);

/** Which call a query becomes is not its caller's business: `data.query` sends a long one as a body. */
const sentBy: Record<string, string> = { "data.queryBody": "data.query", "data.changesBody": "data.changes" };

test.each(operations)("%s of the contract is a method of the client", (operation) => {
  const [resource = "", method = ""] = (sentBy[operation] ?? operation).split(".");
  const found: unknown = Reflect.get(new WizData(), resource);
  // `wizdata.sql` is the method itself.
  if (operation === "sql.run") return expect(found).toBeTypeOf("function");
  expect(typeof found === "object" && found !== null && Reflect.get(found, method)).toBeTypeOf("function");
});
