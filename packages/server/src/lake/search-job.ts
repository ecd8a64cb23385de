import { type Duckdb, openDuckdb } from "./duckdb.ts";
import type { Position } from "./lake.ts";
import { pageCharsMax } from "./page-size.ts";
import { readPartMeta } from "./parts-meta.ts";
import { lakePaths } from "./parts-paths.ts";
import type { Select } from "./query-conditions.ts";
import { planSearch, type SearchPlan, selectPage } from "./search-select.ts";
import { parseColumnType } from "./value-text.ts";
import type { JobHandler, JobRequest } from "./worker-jobs.ts";

type Request = JobRequest<"search">;

/** A page of a query that no index serves: what the parts have is read until the page is full. */
export const run: JobHandler<"search"> = async (request, context) => {
  const { definition, parts, query, after, folder } = request;
  const plan = planSearch(definition, parts, query, after);
  const first = plan?.parts[0];
  if (!plan || !first) return { rows: 0, text: "", next: null };
  const paths = lakePaths(context.home, folder);
  const db = await openDuckdb(context);
  try {
    const { timestampDigits } = await readPartMeta(db, paths.part(first.part.sha256));
    return await readPage(db, request, plan, selectPage(request, plan, paths.part, timestampDigits));
  } finally {
    db.close();
  }
};

/** Ends the page where it has its rows, or as many characters as a page may have. */
async function readPage(db: Duckdb, request: Request, plan: SearchPlan, { sql, values }: Select) {
  const result = await db.connection.stream(sql, values);
  const texts: string[] = [];
  let chars = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return { rows: texts.length, text: texts.join("\n"), next: null };
    for (const [json, ...position] of chunk.getRows()) {
      if (texts.length === request.limitRows || chars >= pageCharsMax)
        return { rows: texts.length, text: texts.join("\n"), next: positionOf(request, plan, position) };
      texts.push(String(json));
      chars += String(json).length;
    }
  }
}

/** As the indexes write it, so that a cursor goes on whoever reads the next page. */
function positionOf({ definition }: Request, { order, parts }: SearchPlan, found: readonly unknown[]): Position {
  if (order === "place") return [parts[Number(found[0])]?.at ?? 0, Number(found[1])];
  return definition.key.map((name, at) => {
    const { kind } = parseColumnType(definition.columns.find((column) => column.name === name)?.type ?? "");
    return kind === "integer" || kind === "number" ? Number(found[at]) : String(found[at]);
  });
}
