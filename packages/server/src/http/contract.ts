import { createRoute, type RouteConfig, z } from "@hono/zod-openapi";
import { guard, type KindOfBody, type Policy } from "./guard.ts";
import { packing } from "./packing.ts";
import { type ProblemCode, problemSchema, problems } from "./problem.ts";

export const body = <Schema extends z.ZodType>(schema: Schema) =>
  ({ required: true, content: { "application/json": { schema } } }) as const;

/** A body that need not be sent: then nothing in it was given. */
export const optionalBody = <Schema extends z.ZodType>(schema: Schema) =>
  ({ ...body(schema), required: false }) as const;

export const reply = <Schema extends z.ZodType>(schema: Schema, description: string) =>
  ({ description, content: { "application/json": { schema } } }) as const;

/** OpenAPI responses for the problems a route can answer with, one entry per status. */
function answers(...codes: ProblemCode[]): RouteConfig["responses"] {
  const byStatus = Map.groupBy(new Set(codes), (code) => problems[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      status,
      {
        description: group.map((code) => `\`${code}\`: ${problems[code].title}`).join("; "),
        content: { "application/problem+json": { schema: oneOf(group.map(problemSchema)) } },
      },
    ]),
  );
}

function oneOf(schemas: z.ZodType[]): z.ZodType {
  const [only, second, ...more] = schemas;
  if (!only) throw new Error("A status has at least one problem.");
  return second ? z.union([only, second, ...more]) : only;
}

const always = [
  "unauthenticated",
  "insufficient_scope",
  "forbidden",
  "partner_suspended",
  "rate_limited",
  "internal",
  "unavailable",
] as const;
const ofBodies = ["invalid_request", "invalid_json", "payload_too_large", "unsupported_media_type"] as const;
const ofPosts = ["idempotency_key_reused", "idempotency_in_progress", "storage_full"] as const;

type Stated = Omit<RouteConfig, "middleware" | "security"> & {
  operationId: string;
  summary: string;
  description: string;
};

/**
 * A route of the API. It states who may call it, or it does not compile; features get their routes from here only.
 * `problems` lists what is special to it: what every route can answer with is added.
 */
export function route<const P extends string, const R extends Stated & { path: P }>(
  stated: R & { policy: Policy; problems?: readonly ProblemCode[] },
) {
  const { policy, problems: own = [], ...rest } = stated;
  const config: Stated = rest as unknown as Stated; // R without what was just taken off it
  const isPost = config.method === "post";
  const readsOnly = policy !== "public" && policy.readsOnly === true;
  const success = Number(Object.keys(config.responses)[0]);
  const codes =
    policy === "public"
      ? [...own, "internal" as const, "unavailable" as const]
      : [
          ...own,
          ...always,
          "invalid_request" as const,
          ...(config.request?.body ? ofBodies : []),
          ...(isPost && !readsOnly ? ofPosts : []),
          ...(config.method !== "get" && !readsOnly ? ["storage_full" as const] : []),
        ];
  const door = guard(policy, {
    operationId: config.operationId,
    method: config.method,
    path: config.path,
    success,
    body: kindOfBody(config),
  });
  // What is metered says for itself how it is packed, since its tags and its cost depend on it.
  const isPacked = config.method === "get" && policy !== "public" && policy.metered === undefined;
  const built = {
    ...config,
    request: {
      ...config.request,
      ...(isPost && policy !== "public" && !readsOnly ? { headers: IdempotencyHeaders } : {}),
      // A parameter that nobody reads was meant to do something. Who lists `parameters` judges them all.
      ...("parameters" in config || config.request?.query ? {} : { query: z.strictObject({}) }),
    },
    middleware: isPacked ? [packing, door] : door,
    responses: { ...config.responses, ...answers(...codes) },
    ...security(policy),
  };
  // The additions change no type a handler sees: problems are thrown, and the header is read by the guard.
  return createRoute(built as unknown as R);
}

const IdempotencyHeaders = z.object({
  "idempotency-key": z.string().min(1).max(255).optional().openapi({
    description:
      "Makes a repeated call safe: the same key and body give the stored answer of the first call for 72 hours.",
    example: "4d6f7a1e-onboard-acme",
  }),
});

function kindOfBody({ request }: Stated): KindOfBody {
  if (!request?.body) return "none";
  const types = Object.keys(request.body.content);
  if (!types.includes("application/json")) return "upload";
  if (types.length > 1) return "upload or json";
  return request.body.required === false ? "optional json" : "json";
}

function security(policy: Policy): Record<string, unknown> {
  if (policy === "public") return { security: [], "x-wizdata-who": ["anyone"] };
  const scopes = "scope" in policy ? [policy.scope] : [];
  return {
    security: [{ bearer: scopes }, { header: scopes }],
    "x-wizdata-who": policy.who,
    ...("scope" in policy ? { "x-wizdata-scope": policy.scope } : {}),
    ...(policy.metered ? { "x-wizdata-metered": policy.metered } : {}),
    ...(policy.readsOnly ? { "x-wizdata-reads-only": true } : {}),
  };
}
