import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiRoutes } from "../app.ts";
import { contractOf } from "../docs/contract.ts";
import { partnerScopes } from "../scopes.ts";
import type { Services } from "../services.ts";
import { ne } from "../store/drizzle.ts";
import { near, oddText, type Schema } from "./near-schema.ts";
import { type Sample, samples } from "./samples.ts";
import { type Answer, openWorld, type World } from "./world.ts";

// WIZDATA_TEST_SEED repeats a run; WIZDATA_TEST_FUZZ_CALLS makes it longer.
const seed = Number(process.env.WIZDATA_TEST_SEED ?? Date.now() % 2 ** 31);
const callsPerOperation = 10;

type Parameter = { in: string; name: string; schema: Schema };
type Media = { schema: Schema };
type Documented = {
  operationId: string;
  "x-wizdata-who": ("operator" | "partner")[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Media> };
};
type Operation = Documented & { method: string; template: string; sample: Sample };
type Shot = {
  operation: Operation;
  path: string;
  key: string | null;
  headers: Record<string, string>;
  body: unknown;
};

// Nothing is asked of the services while routes describe themselves.
const contract = contractOf(apiRoutes({} as Services));
const schemas = (contract.components?.schemas ?? {}) as Record<string, Schema>; // the document's own shape
const resolve = (ref: string): Schema => schemas[ref.slice(ref.lastIndexOf("/") + 1)] ?? {};
const documented = Object.entries(contract.paths).flatMap(([template, item]) =>
  Object.entries(item as Record<string, Documented>).map(([method, operation]) => ({
    ...operation,
    method: method.toUpperCase(),
    template: template.replace("/api/v1", ""),
  })),
);

let world: World;
let keys: { operator: string; partner: string };
let allKeys: (string | null)[];
let operations: Operation[];
let known: Record<string, unknown[]>;

beforeAll(async () => {
  world = await openWorld({ settings: { WIZDATA_UNMETERED_CALLS_PER_MINUTE: "1000000" } });
  const own = await world.onboard({ key: { scopes: partnerScopes } });
  // What calls change is another partner's, so that the first one goes on working.
  const other = await world.onboard({ key: { scopes: partnerScopes } });
  keys = { operator: world.operatorKey, partner: own.key };
  allKeys = [world.operatorKey, own.key, other.key, null];
  operations = await Promise.all(
    documented.map(async (operation) => {
      const sample = await samples[operation.operationId]?.(world, operation.method === "GET" ? own : other);
      if (!sample) throw new Error(`testing/samples.ts has no sample for ${operation.operationId}`);
      return { ...operation, sample };
    }),
  );
  const slug = operations.find(({ operationId }) => operationId === "data.query")?.sample.path.split(/[/?]/)[2];
  known = {
    dataset: [slug],
    partner_id: [other.id],
    tier: ["free", "premium"],
    columns: ["close", "date,code"],
    code: ["KCB"],
  };
}, 180_000);
afterAll(() => world.close());

/** The real path, or one with something odd in place of an id, and a query that is near the one declared. */
function paths({ sample, parameters = [] }: Operation): fc.Arbitrary<string> {
  const [real = "", search = ""] = sample.path.split("?");
  const odd = fc
    .tuple(fc.nat(), fc.oneof(oddText.map(encodeLax), fc.constantFrom("%", "%ff", "%2F..%2F", "..%00", ".", "*")))
    .map(([at, text]) => {
      const parts = real.split("/");
      parts[1 + (at % (parts.length - 1))] = text;
      return parts.join("/");
    });
  const fields = parameters.filter((parameter) => parameter.in === "query" && parameter.name !== "wait_seconds");
  const declared = fields.map(({ name, schema }) => fc.tuple(fc.constant(name), near(schema, resolve, known, name)));
  const names = fc.oneof(oddText, fc.constantFrom("close.gte", "date.ne", "code", "code", "close.null", "limit"));
  const stranger = fc.tuple(names, oddText);
  const pairs =
    declared.length === 0
      ? [stranger]
      : [...declared, fc.oneof({ weight: 4, arbitrary: fc.oneof(...declared) }, stranger)];
  const query = fc
    .array(fc.oneof(...pairs), { maxLength: 3 })
    .map((given) =>
      given.map(
        ([name, value]) => `${encodeLax(name)}=${encodeLax(typeof value === "string" ? value : JSON.stringify(value))}`,
      ),
    );
  return fc
    .tuple(fc.oneof({ weight: 6, arbitrary: fc.constant(real) }, odd), query, fc.boolean())
    .map(([path, added, isReal]) => [path, [...(isReal && search ? [search] : []), ...added].join("&")].join("?"));
}

/** Half a surrogate pair has no percent-encoding; it is sent as what a careless client makes of it. */
const encodeLax = (text: string): string => encodeURIComponent(text.toWellFormed());

function bodies({ requestBody, sample }: Operation): fc.Arbitrary<unknown> {
  if (!requestBody) return fc.constant(undefined);
  const schema = requestBody.content["application/json"]?.schema;
  if (!schema) return fc.oneof(fc.constant("date,code,close,volume\n2025-01-01,KCB,1,2\n"), oddText);
  const real = (sample.body ?? {}) as Record<string, unknown>; // a sample of JSON is an object, or left out
  const spoiled = fc
    .tuple(fc.nat(), fc.oneof(oddText, fc.constantFrom(null, 0, -1, 1.5, 2 ** 60, [], {}, true)))
    .map(([at, value]) => ({ ...real, [Object.keys(real)[at % Object.keys(real).length] ?? ""]: value }));
  return fc.oneof({ weight: 4, arbitrary: near(schema, resolve, known) }, spoiled, fc.constant(real));
}

const headerText = fc.oneof(
  fc.constantFrom("*", '"', "W/", "a, b", "bytes=0-0", "x".repeat(300), '"quoted"'),
  fc.stringMatching(/^[!-~]{1,40}$/),
);
const headers = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  fc.dictionary(
    fc.constantFrom(
      "idempotency-key",
      "if-none-match",
      "range",
      "accept",
      "content-encoding",
      "content-type",
      "x-http-method-override",
      "x-forwarded-for",
      "request-id",
      "x-api-key",
    ),
    headerText,
    { maxKeys: 2 },
  ),
);

const keysFor = (operation: Operation) => operation["x-wizdata-who"].map((who) => keys[who]);

const shots = (): fc.Arbitrary<Shot> =>
  fc.oneof(
    ...operations.map((operation) =>
      fc.record({
        operation: fc.constant(operation),
        path: paths(operation),
        key: fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...keysFor(operation)) }, fc.constantFrom(...allKeys)),
        headers,
        body: bodies(operation),
      }),
    ),
  );

function send({ operation: { method, sample, requestBody }, path, key, headers, body }: Shot): Promise<Answer> {
  const isJson = requestBody?.content["application/json"] !== undefined;
  const type = body === undefined ? {} : { "content-type": isJson ? "application/json" : "text/csv" };
  const raw = body === undefined ? {} : { raw: isJson ? JSON.stringify(body) : String(body).toWellFormed() };
  return world.ask(method, path, { key, ...raw, headers: { ...sample.headers, ...type, ...headers } });
}

const recorded = (): Promise<number> => {
  const { db } = world.services.store;
  // What jobs do in the meantime is the platform's own.
  return db.$count(db.t.audit, ne(db.t.audit.actor, "system"));
};

/** What only our own eyes should see. */
const inside =
  /sqlite|postgres|drizzle|\bselect\b.*\bfrom\b|insert into|constraint|node_modules|\.ts\b|\bat [\w.]+ \(|\/tmp\/|wizdata-world|\[object/i;

test("whatever is sent gets an answer that the contract declares, and what is refused changes nothing", async () => {
  console.info(`WIZDATA_TEST_SEED=${seed}`);
  const reached = new Map<string, number>();
  let before = await recorded();
  let calls = 0;
  await fc.assert(
    fc.asyncProperty(shots(), async (shot) => {
      calls += 1;
      world.clock.advance(1_000);
      const answer = await send(shot);
      const after = await recorded();
      if (answer.status < 300) reached.set(shot.operation.operationId, answer.status);
      if (answer.status >= 400) {
        expect(answer.headers.get("content-type")).toBe("application/problem+json");
        expect(answer.body).toMatchObject({
          status: answer.status,
          code: expect.any(String),
          request_id: answer.headers.get("request-id"),
        });
        const { detail } = answer.body;
        expect(detail).toMatch(/\w/);
        expect(detail.replaceAll(/"[^"]*"/g, "")).not.toMatch(inside);
        expect(answer.status, world.log.at(-1)).toBeLessThan(500);
        expect(after).toBe(before);
      }
      before = after;
    }),
    // As many on a slow machine as on a fast one: how much is reached does not depend on it.
    {
      seed,
      numRuns: Number(process.env.WIZDATA_TEST_FUZZ_CALLS ?? operations.length * callsPerOperation),
      endOnFailure: true,
    },
  );
  console.info(`${calls} calls, ${reached.size} of ${operations.length} operations answered well`);
  // Most were reached in earnest, and not only their doors.
  expect(reached.size).toBeGreaterThan(operations.length / 2);
}, 3_600_000);
