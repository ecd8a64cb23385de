import {
  type Contract,
  type Endpoint,
  endpointsOf,
  jsonBodyOf,
  problemPrefix,
  resolve,
  type Schema,
  upper,
} from "./contract.ts";
import { exampleOf, literal } from "./examples.ts";
import { typeText, type Writing } from "./type-text.ts";

// What a user can have given: exactly these values. What a user can have read: these fields; a list of values may grow.
const given: Writing = { nameOf: (shape) => `Given${shape}`, isOpen: false };
const read: Writing = { nameOf: (shape) => `Read${shape}`, isOpen: true };

/** A program such as users have written against this contract: each method with all it takes, and each field that it answers with. */
export function previousProgram(contract: Contract, version: string): string {
  const uses = endpointsOf(contract).map((endpoint) => useOf(contract, endpoint));
  return `// Programs as users of ${version} have written them. They compile with today's package, or today's change breaks them: a field is gone, has
// another type or may now be null; a parameter is required, renamed or takes less. Make the change an addition instead. Never edited by
// hand: at a release \`node packages/sdk/scripts/previous.ts\` writes it anew from the contract that is released. Before 1.0 a break that is meant
// does so too, in a commit that says why.
import { openAsBlob } from "node:fs";
import { type Row, WizData } from "@wizdata/sdk";

declare function some<T>(): T;
const wizdata = new WizData({ apiKey: "none", timeoutMs: 1_000, deadlineMs: 5_000, maxRetries: 1, headers: { "x-app": "app" } });

${shapesOf(contract, uses.join()).join("\n")}

${uses.join("\n\n")}

export async function dataUse(): Promise<void> {
  const page = await wizdata.data.query("nse-kenya", { code: ["SCOM"], "day_price.gte": 30, from: "2024-01-01", columns: ["date"], order: "-time", limit: 20 });
  const rows: Row[] = page.data;
  const facts: { version: number; receipt: string | null; next_cursor: string | null } = page;
  const limits: { name: string; quota: number; windowSeconds: number; remaining: number; resetsInSeconds: number }[] = page.limits;
  const seen: readonly { name: string; dataset: string | null; quota: number; remaining: number; windowSeconds: number; resetsAt: Date }[] = wizdata.limits;
  for await (const row of wizdata.data.rows("nse-kenya", { code: "SCOM" }, { rowsMax: 10, pageRowsMax: 5 })) console.log(row.day_price, rows, facts, limits, seen);
}
`;
}

/** The shapes that a text names, and those that they name. */
function shapesOf(contract: Contract, text: string): string[] {
  const shapes = Object.entries(contract.components.schemas).filter(([name]) => !name.startsWith(problemPrefix));
  const left = new Map(
    shapes.flatMap(([name, schema]) =>
      [read, given].map((writing) => [writing.nameOf(name), typeText(schema, writing)] as const),
    ),
  );
  const namedIn = (text: string): string[] =>
    (text.match(/\b(Read|Given)\w+/g) ?? []).flatMap((name) => {
      const type = left.get(name);
      if (!left.delete(name) || type === undefined) return [];
      return [`type ${name} = ${type};`, ...namedIn(type)];
    });
  return namedIn(text);
}

function useOf(contract: Contract, endpoint: Endpoint): string {
  const method = `wizdata.${endpoint.resource}.${endpoint.verb}`;
  const { success, isList } = answerOf(contract, endpoint);
  const lines = [typedCall, fullCall].flatMap((args) => {
    const call = `${method}(${args(contract, endpoint).join(", ")})`;
    if (isList) return [`for await (const item of ${call}) { const one: ${success} = item; console.log(one); }`];
    return [`console.log((await ${call}) satisfies ${success});`];
  });
  return `export async function ${endpoint.resource}${upper(endpoint.verb)}(): Promise<void> {\n  ${lines.join("\n  ")}\n}`;
}

function answerOf(contract: Contract, { responses }: Endpoint): { success: string; isList: boolean } {
  const [, found] = Object.entries(responses).find(([status]) => status.startsWith("2")) ?? [];
  const schema = found?.content?.["application/json"]?.schema;
  if (!schema) return { success: found?.content ? "Uint8Array" : "void", isList: false };
  const { next_cursor, data } = resolve(contract, schema).properties ?? {};
  return {
    success: typeText(next_cursor && data?.items ? data.items : schema, read),
    isList: next_cursor !== undefined,
  };
}

/** Everything of the types that users may have variables of. */
function typedCall(_: Contract, endpoint: Endpoint): string[] {
  const { ids, query, body } = inputsOf(endpoint);
  return [
    ...ids.map((schema) => `some<${typeText(schema, given)}>()`),
    ...(body === undefined ? [] : [typeof body === "string" ? body : `some<${typeText(body, given)}>()`]),
    ...(query === undefined ? [] : [`some<${typeText(query, given)}>()`]),
    `{ timeoutMs: 1_000, idempotencyKey: "one", signal: AbortSignal.timeout(1_000) }`,
  ];
}

/** Every field by its name: one that is gone is told only where an object is written out. */
function fullCall(contract: Contract, endpoint: Endpoint): string[] {
  const { ids, query, body } = inputsOf(endpoint);
  const written = (schema: Schema) => literal(exampleOf(contract, schema, true));
  return [
    ...ids.map(written),
    ...(body === undefined ? [] : [typeof body === "string" ? body : written(body)]),
    ...(query === undefined ? [] : [written(query)]),
  ];
}

function inputsOf(endpoint: Endpoint) {
  const { parameters = [], requestBody, responses } = endpoint;
  // Which form an answer has is said by which method is called.
  const hasCsv = "text/csv" in (responses["200"]?.content ?? {});
  const query = parameters.filter((one) => one.in === "query" && !(hasCsv && one.name === "format"));
  return {
    ids: parameters.filter((one) => one.in === "path").map(({ schema }) => schema),
    body: jsonBodyOf(endpoint) ?? (requestBody ? `await openAsBlob("prices.csv")` : undefined),
    query: query.length === 0 ? undefined : objectOf(query),
  };
}

function objectOf(parameters: { name: string; required?: boolean; schema: Schema }[]): Schema {
  return {
    type: "object",
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  };
}
