import { z } from "@hono/zod-openapi";
import { reply, route } from "../http/contract.ts";
import { answer } from "../http/respond.ts";
import { newRouter } from "../http/router.ts";
import type { Services } from "../services.ts";
import { askedByUrl } from "./asked.ts";
import { mediaTypes } from "./forms.ts";
import { DataPage, queryParameters } from "./schemas.ts";
import { queryRows } from "./service.ts";

const query = route({
  operationId: "data.query",
  method: "get",
  path: "/data/{slug}",
  tags: ["data"],
  policy: { who: ["partner"], scope: "data:read", metered: "query" },
  summary: "Query rows",
  description:
    "Served where an index answers: equality on key columns, a range of time, order by time or key. The cursor stays on its version. Each answer is metered, and names its usage event in `WizData-Receipt`; 304 and HEAD cost no quota. `Accept` or `format` chooses JSON, NDJSON or CSV, and `Link` and `WizData-Next-Cursor` say in each of them where to go on; `Accept-Encoding` packs (zstd, br, gzip).",
  request: {
    params: z.object({ slug: z.string().openapi({ param: { name: "slug", in: "path" }, example: "nse-kenya" }) }),
  },
  parameters: queryParameters,
  responses: {
    200: {
      description: "A page of rows",
      content: {
        ...reply(DataPage, "").content,
        [mediaTypes.ndjson[0]]: { schema: lines("One row a line, each as its JSON.") },
        [mediaTypes.csv[0]]: { schema: lines("A line with the names of the columns, then one row a line.") },
      },
      headers: headers(
        "ETag",
        "Link",
        "WizData-Next-Cursor",
        "WizData-Receipt",
        "WizData-Dataset-Version",
        "RateLimit",
        "RateLimit-Policy",
      ),
    },
    304: { description: "Nothing has changed: the page is the one with this ETag" },
  },
  problems: [
    "not_found",
    "no_version_published",
    "subscription_required",
    "feature_not_licensed",
    "invalid_cursor",
    "not_acceptable",
    "query_too_broad",
    "quota_exceeded",
    "spending_limit_reached",
    "storage_full",
  ],
});

function lines(description: string) {
  return z.string().openapi({ description });
}

function headers(...names: string[]) {
  return Object.fromEntries(names.map((name) => [name, { schema: { type: "string" as const } }]));
}

export function dataRoutes(services: Services) {
  return newRouter().openapi(query, async (c): Promise<Response> => {
    const { status, body, headers } = await queryRows(services, c.get("call"), {
      ...askedByUrl(new URL(c.req.url)),
      slug: c.req.valid("param").slug,
      isHead: c.req.method === "HEAD",
      ifNoneMatch: c.req.header("if-none-match"),
      accept: c.req.header("accept"),
      acceptEncoding: c.req.header("accept-encoding"),
    });
    return answer(c, status === 304 ? null : body, status, headers);
  });
}
