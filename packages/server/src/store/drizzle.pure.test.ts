import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("no module but one loads the query builder: a single import of it as ES modules would cost every start two seconds", () => {
  const sources = globSync("**/*.ts", { cwd: fileURLToPath(new URL("..", import.meta.url)) });
  const importing = sources.filter((path) => {
    const text = readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
    return /^(import|export)(?! type)[^;]* from "drizzle-orm[/"]/m.test(text);
  });
  expect(sources).toContain("store/drizzle.ts");
  expect(importing).toEqual([]);
});
