import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { body, reply, route } from "../http/contract.ts";
import type { Env } from "../http/guard.ts";
import type { ProblemCode } from "../http/problem.ts";
import { newRouter } from "../http/router.ts";
import { RowQuery } from "../lake/grammar-schemas.ts";
import type { Services } from "../services.ts";
import { askedByBody, askedByUrl } from "./asked.ts";
import { mediaTypes } from "./forms.ts";
import { respond } from "./respond.ts";
import { sampleRows } from "./sample.ts";
import { callParameter, DataPage, DataSample, queryParameters, SampleQuery, slugParameter } from "./schemas.ts";
import { queryRows } from "./service.ts";

export const params = z.object({
  slug: z.string().openapi({ param: { name: "slug", in: "path" }, example: "nse-kenya" }),
});
export const tags = ["data"];
export const dataPolicy = { who: ["partner"], scope: "data:read" } as const;
const policy = { ...dataPolicy, metered: "query" } as const;
export const forms =
  "`Accept` or `format` chooses JSON, NDJSON or CSV, and `WizData-Next-Cursor` says in each of them where to go on; `Accept-Encoding` packs (zstd, br, gzip).";

export const problems = [
  "not_found",
  "no_version_published",
  "dataset_retired",
  "version_retracted",
  "version_removed",
  "subscription_required",
  "feature_not_licensed",
  "policy_unfit",
  "terms_not_accepted",
  "invalid_cursor",
  "not_acceptable",
  "query_too_broad",
  "quota_exceeded",
  "spending_limit_reached",
  "storage_full",
] as const satisfies ProblemCode[];

export const ofPages = [
  "WizData-Next-Cursor",
  "WizData-Receipt",
  "WizData-Dataset-Version",
  "WizData-Cutoff",
  "RateLimit",
  "RateLimit-Policy",
];

const query = route({
  operationId: "data.query",
  method: "get",
  path: "/data/{slug}",
  tags,
  policy,
  summary: "Query rows",
  description: `A page of the rows that meet all conditions. What an index answers (equality on key columns, a range of time, order by time or key) comes at once; all else is searched for, and given up after ten seconds. The cursor stays on its version. Each answer is metered, and names its usage event in \`WizData-Receipt\`; 304 and HEAD cost no quota. ${forms} \`Link\` has the whole address of the next page.`,
  parameters: [...queryParameters, slugParameter],
  responses: {
    200: rows(DataPage, "A page of rows", ["ETag", "Link", ...ofPages]),
    304: { description: "Nothing has changed: the page is the one with this ETag" },
  },
  problems,
});

const queryBody = route({
  operationId: "data.queryBody",
  method: "post",
  path: "/data/{slug}/query",
  tags,
  policy: { ...policy, readsOnly: true },
  summary: "Query rows by a body",
  description: `The same query as JSON, for conditions too long for a URL. It changes nothing, is metered as a query and needs no Idempotency-Key. ${forms}`,
  request: { params, body: body(RowQuery) },
  parameters: [callParameter],
  responses: { 200: rows(DataPage, "A page of rows", ofPages) },
  problems,
});

const sample = route({
  operationId: "data.sample",
  method: "get",
  path: "/data/{slug}/sample",
  tags,
  policy: { who: ["operator", "partner"] },
  summary: "Read a sample",
  description:
    "The first 20 rows of the current version, for any key and without a subscription. It is not usage and costs no quota. `Accept` or `format` chooses JSON, NDJSON or CSV; `Accept-Encoding` packs (zstd, br, gzip).",
  request: { params, query: SampleQuery },
  responses: {
    200: rows(DataSample, "The sample", ["ETag", "WizData-Dataset-Version"]),
    304: { description: "Nothing has changed: the sample is the one with this ETag" },
  },
  problems: ["not_found", "no_version_published", "dataset_retired", "not_acceptable"],
});

export function rows<Schema extends z.ZodType>(schema: Schema, description: string, names: string[]) {
  const text = (about: string) => ({ schema: z.string().openapi({ description: about }) });
  return {
    description,
    content: {
      ...reply(schema, "").content,
      [mediaTypes.ndjson[0]]: text("One row a line, each as its JSON."),
      [mediaTypes.csv[0]]: text("A line with the names of the columns, then one row a line."),
    },
    headers: Object.fromEntries(names.map((name) => [name, { schema: { type: "string" as const } }])),
  };
}

export const accepted = (c: Context<Env>) => ({
  accept: c.req.header("accept"),
  acceptEncoding: c.req.header("accept-encoding"),
  hangUp: () => c.req.raw.signal,
});
export const conditions = (c: Context<Env>) => ({
  isHead: c.req.method === "HEAD",
  ifNoneMatch: c.req.header("if-none-match"),
});
export function dataRoutes(services: Services) {
  return newRouter()
    .openapi(query, async (c): Promise<Response> => {
      const asked = { slug: c.req.param("slug"), ...askedByUrl(c.req.url), ...accepted(c), ...conditions(c) };
      return respond(c, await queryRows(services, c.get("call"), asked));
    })
    .openapi(queryBody, async (c): Promise<Response> => {
      const { slug } = c.req.valid("param");
      const asked = { slug, ...askedByBody(c.req.valid("json")), ...accepted(c) };
      return respond(c, await queryRows(services, c.get("call"), { ...asked, isHead: false, ifNoneMatch: undefined }));
    })
    .openapi(sample, async (c): Promise<Response> => {
      const { slug } = c.req.valid("param");
      const asked = { slug, format: c.req.valid("query").format ?? null, ...accepted(c), ...conditions(c) };
      return respond(c, await sampleRows(services, c.get("call"), asked));
    });
}
