import { type Contract, type Endpoint, jsonBodyOf, problemCodes, refName, resolve, upper } from "./contract.ts";
import { exampleCall } from "./examples.ts";

/** A method as text, the schemas it names, and the declaration of its query parameters. */
export type Method = { text: string; schemas: string[]; declaration: string | undefined };

/** One line of code and a docstring for an operation; a second method where it answers in CSV too. */
export function methodOf(contract: Contract, endpoint: Endpoint, sharedProblems: string[]): Method {
  const answer = answerOf(contract, endpoint);
  const body = bodyOf(contract, endpoint);
  const query = queryOf(endpoint);
  const ids = idsOf(endpoint);
  const parameters = [
    ...ids.map(({ name, type }) => `${name}: ${type}`),
    body?.parameter,
    query?.parameter,
    "options?: CallOptions",
  ];
  const call = [
    `method: "${endpoint.method}"`,
    `path: ${pathOf(endpoint, ids)}`,
    query && "query: params",
    body?.argument,
    meteredOf(contract, endpoint),
  ];
  const signature = parameters.filter((parameter) => parameter !== undefined).join(", ");
  const sent = call.filter((member) => member !== undefined).join(", ");
  const methods = [
    docstring(contract, endpoint, sharedProblems, answer.kind === "paged"),
    `  ${endpoint.verb}(${signature}): ${answer.type} {`,
    `    return this.transport.${answer.kind}({ ${sent} }, options);`,
    "  }",
  ];
  if (hasCsv(endpoint)) {
    methods.push(
      "",
      `  /** As \`${endpoint.verb}\`, in CSV. */`,
      `  ${endpoint.verb}Csv(${signature}): Promise<string> {`,
    );
    methods.push(`    return this.transport.text({ ${sent}, accept: "text/csv" }, options);`, "  }");
  }
  const schemas = [answer.schema, body?.schema].filter((name) => name !== undefined);
  return { text: methods.join("\n"), schemas, declaration: query?.declaration };
}

type Answer = { kind: "paged" | "json" | "bytes"; type: string; schema?: string | undefined };

/** data, has_more and next_cursor. */
const pageMembers = 3;

function answerOf(contract: Contract, { operationId, responses }: Endpoint): Answer {
  const [status, success] = Object.entries(responses).find(([status]) => status.startsWith("2")) ?? [];
  const schema = success?.content?.["application/json"]?.schema;
  if (!schema)
    return success?.content ? { kind: "bytes", type: "Promise<Uint8Array>" } : { kind: "json", type: "Promise<void>" };
  const properties = resolve(contract, schema).properties ?? {};
  const { next_cursor, data } = properties;
  const inline = `operations["${operationId}"]["responses"][${status}]["content"]["application/json"]`;
  const name = refName(next_cursor ? data?.items : schema);
  if (!next_cursor) return { kind: "json", type: `Promise<${name ?? inline}>`, schema: name };
  const page = refName(schema);
  // A page that says more than its items is given as it is.
  if (page !== undefined && Object.keys(properties).length > pageMembers)
    return { kind: "paged", type: `Paged<${page}["data"][number], ${page}>`, schema: page };
  return { kind: "paged", type: `Paged<${name ?? `${inline}["data"][number]`}>`, schema: name };
}

function hasCsv({ responses }: Endpoint): boolean {
  const content = responses["200"]?.content ?? {};
  return "application/json" in content && "text/csv" in content;
}

function bodyOf(contract: Contract, endpoint: Endpoint) {
  const { operationId, requestBody, method } = endpoint;
  const [contentType] = Object.keys(requestBody?.content ?? {});
  if (contentType === undefined) return undefined;
  const schema = jsonBodyOf(endpoint);
  if (!schema)
    return { parameter: "upload: Upload", argument: `upload, contentType: "${contentType}"`, schema: undefined };
  const name = refName(schema);
  const type = name ?? `operations["${operationId}"]["requestBody"]["content"]["application/json"]`;
  const isOptional = method === "POST" && (resolve(contract, schema).required ?? []).length === 0;
  return { parameter: `body: ${type}${isOptional ? " = {}" : ""}`, argument: "body", schema: name };
}

function queryOf(endpoint: Endpoint) {
  const query = (endpoint.parameters ?? []).filter((parameter) => parameter.in === "query");
  if (query.length === 0) return undefined;
  const type = `${upper(endpoint.resource)}${upper(endpoint.verb)}Params`;
  const whole = `NonNullable<operations["${endpoint.operationId}"]["parameters"]["query"]>`;
  return {
    parameter: `params${query.some(({ required }) => required) ? "" : "?"}: ${type}`,
    // Which form an answer has is said by which method is called.
    declaration: `export type ${type} = ${hasCsv(endpoint) ? `Omit<${whole}, "format">` : whole};`,
  };
}

/** Whose limits a metered answer tells of: those of the dataset that was asked for. */
function meteredOf(contract: Contract, endpoint: Endpoint): string | undefined {
  if (endpoint["x-wizdata-metered"] === undefined) return undefined;
  if (idsOf(endpoint).some(({ name }) => name === "slug")) return "metered: slug";
  const body = jsonBodyOf(endpoint);
  return body && resolve(contract, body).properties?.dataset ? "metered: body.dataset" : "metered: null";
}

type Id = { name: string; type: "string" | "number" };

/** `{id}` of `/partners/{id}/keys` is a `partnerId`; where the path is the resource's own, it is an `id`. */
function idsOf({ path, resource, parameters = [] }: Endpoint): Id[] {
  const segments = path.split("/");
  const ids = parameters.filter((parameter) => parameter.in === "path");
  return ids.map(({ name, schema }) => {
    const owner = segments[segments.indexOf(`{${name}}`) - 1] ?? "";
    const isOwn = name !== "id" || owner === resource;
    return {
      name: isOwn ? name : `${owner.replace(/s$/, "")}Id`,
      type: schema.type === "integer" ? "number" : "string",
    };
  });
}

function pathOf({ path }: Endpoint, ids: Id[]): string {
  if (ids.length === 0) return JSON.stringify(path);
  let at = 0;
  return `path\`${path.replace(/\{\w+\}/g, () => `\${${ids[at++]?.name}}`)}\``;
}

function docstring(contract: Contract, endpoint: Endpoint, sharedProblems: string[], isList: boolean): string {
  const who = endpoint["x-wizdata-who"] ?? [];
  const scope = endpoint["x-wizdata-scope"];
  const own = problemCodes(endpoint).filter((code) => !sharedProblems.includes(code));
  const lines = [
    `${endpoint.summary}. ${endpoint.description}`,
    "",
    `For ${who.join(" and ")}${who[0] === "anyone" ? "" : " keys"}${scope ? ` with the scope \`${scope}\`` : ""}.`,
    "",
    ...(own.length > 0 ? [`@throws {@link APIError} ${own.join(", ")}`] : []),
    `@example ${exampleCall(contract, endpoint, isList)}`,
  ];
  return ["  /**", ...lines.map((line) => `   * ${line}`.trimEnd()), "   */"].join("\n");
}
