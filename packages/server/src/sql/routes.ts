import { z } from "@hono/zod-openapi";
import { formFor, mediaTypes } from "../data/forms.ts";
import { callParameter } from "../data/schemas.ts";
import { body, reply, route } from "../http/contract.ts";
import { whenHandedOver } from "../http/handed-over.ts";
import { answer } from "../http/respond.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { SqlQuery, SqlResult } from "./schemas.ts";
import { runSql } from "./service.ts";

const text = (description: string) => ({ schema: z.string().openapi({ description }) });
const headers = ["WizData-Receipt", "WizData-Rows", "WizData-Bytes-Scanned", "RateLimit", "RateLimit-Policy"];

const run = route({
  operationId: "sql.run",
  method: "post",
  path: "/sql",
  tags: ["sql"],
  policy: { who: ["partner"], scope: "data:read", metered: "sql", readsOnly: true },
  summary: "Run one SELECT",
  description:
    'One SELECT, in DuckDB\'s SQL, over datasets you subscribe to under a tier with custom queries. Each is a table of its slug, "nse-kenya" or nse_kenya, with what your license shows of it. The result comes whole or not at all. It changes nothing and needs no Idempotency-Key. Each dataset it names is charged as one call, by the bytes scanned of it, and has a receipt of its own. `Accept` or `format` chooses JSON, NDJSON or CSV; `Accept-Encoding` packs (zstd, br, gzip).',
  request: { body: body(SqlQuery) },
  parameters: [callParameter],
  responses: {
    200: {
      description: "The result",
      content: {
        ...reply(SqlResult, "").content,
        [mediaTypes.ndjson[0]]: text("One row a line, each as its JSON."),
        [mediaTypes.csv[0]]: text("A line with the names of the columns, then one row a line."),
      },
      headers: Object.fromEntries(headers.map((name) => [name, { schema: { type: "string" as const } }])),
    },
  },
  problems: [
    "not_found",
    "no_version_published",
    "dataset_retired",
    "subscription_required",
    "feature_not_licensed",
    "terms_not_accepted",
    "not_acceptable",
    "faulty_sql",
    "sql_too_broad",
    "quota_exceeded",
    "spending_limit_reached",
    "storage_full",
  ],
});

export function sqlRoutes(services: Services) {
  return newRouter().openapi(run, async (c): Promise<Response> => {
    const query = c.req.valid("json");
    const accepted = { accept: c.req.header("accept"), acceptEncoding: c.req.header("accept-encoding") };
    const asked = { query, form: formFor(query.format ?? null, accepted), hangUp: c.req.raw.signal };
    const { body: sent, headers: own, receipts, lines } = await runSql(services, c.get("call"), asked);
    whenHandedOver(c, () => {
      for (const receipt of receipts) services.meter.left(receipt);
      for (const line of lines) services.accessLog?.note(line);
    });
    return answer(c, sent, 200, own);
  });
}
