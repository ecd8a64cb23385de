import {
  type Contract,
  type Endpoint,
  endpointsOf,
  problemCodes,
  refName,
  resolve,
  type Schema,
  upper,
} from "./contract.ts";
import { exampleCall } from "./examples.ts";

const header = `// Made from openapi/wizdata.json by scripts/generate.ts: change the routes, then run npm run openapi.
import type { Paged } from "../core/pages.ts";
import { path } from "../core/query-string.ts";
import type { CallOptions, Transport } from "../core/transport.ts";
import type { Upload } from "../core/upload.ts";
`;

const base = `
class Resource {
  protected readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }
}
`;

/** One class per resource with a method per operation, and a class that has one of each. */
export function resourcesFile(contract: Contract): string {
  const endpoints = endpointsOf(contract);
  const shared = sharedProblems(endpoints);
  const methods = endpoints.map((endpoint) => ({ ...endpoint, ...methodOf(contract, endpoint, shared) }));
  const resources = [...Map.groupBy(methods, ({ resource }) => resource)];
  const classes = resources.map(
    ([resource, group]) => `
/** \`wizdata.${resource}\`. Every method may also throw: ${shared.join(", ")}. */
export class ${upper(resource)}Resource extends Resource {
${group.map(({ text }) => text).join("\n\n")}
}
`,
  );
  const names = [...new Set(methods.flatMap(({ uses }) => uses))].sort();
  const parameterTypes = methods.flatMap(({ parameterType }) => parameterType ?? []);
  return [
    header,
    `import type { ${names.join(", ")} } from "./schemas.ts";\nimport type { operations } from "./types.ts";\n`,
    base,
    ...parameterTypes.map((line) => `\n${line}\n`),
    ...classes,
    clientClass(resources.map(([resource]) => resource)),
  ].join("");
}

function clientClass(resources: string[]): string {
  const fields = resources.map((resource) => `  readonly ${resource}: ${upper(resource)}Resource;`);
  const made = resources.map((resource) => `    this.${resource} = new ${upper(resource)}Resource(transport);`);
  return `
/** Every resource of the contract. */
export class Resources {
${fields.join("\n")}

  constructor(transport: Transport) {
${made.join("\n")}
  }
}
`;
}

/** Said once a class and not once a method. */
function sharedProblems(endpoints: Endpoint[]): string[] {
  const [first, ...others] = endpoints
    .filter((endpoint) => endpoint["x-wizdata-who"]?.[0] !== "anyone")
    .map(problemCodes);
  return (first ?? []).filter((code) => others.every((codes) => codes.includes(code)));
}

type Method = { text: string; uses: string[]; parameterType: string | undefined };

function methodOf(contract: Contract, endpoint: Endpoint, shared: string[]): Method {
  const uses: string[] = [];
  const use = (name: string) => uses[uses.push(name) - 1] ?? name;
  const answer = answerOf(contract, endpoint);
  const ids = idNames(endpoint);
  const body = bodyOf(contract, endpoint);
  const query = queryOf(endpoint);
  const parameters = ids.map(({ id, type }) => `${id}: ${type}`);
  if (body.kind === "json") parameters.push(`body: ${use(body.name)}${body.isOptional ? " = {}" : ""}`);
  if (body.kind === "upload") parameters.push("upload: Upload");
  if (query) parameters.push(query.isOptional ? `params?: ${query.type}` : `params: ${query.type}`);
  parameters.push("options?: CallOptions");

  const call = [`method: "${endpoint.method}"`, `path: ${pathOf(endpoint, ids)}`];
  if (query) call.push("query: params");
  if (body.kind === "json") call.push("body");
  if (body.kind === "upload") call.push("upload", `contentType: "${body.contentType}"`);
  const returned = answer.name === undefined ? answer.type : use(answer.name);
  const lines = {
    list: [`Paged<${returned}>`, `return this.transport.paged({ ${call.join(", ")} }, options);`],
    json: [`Promise<${returned}>`, `return this.transport.json({ ${call.join(", ")} }, options);`],
    bytes: ["Promise<Uint8Array>", `return this.transport.bytes({ ${call.join(", ")} }, options);`],
  }[answer.kind];
  const text = [
    docstring(contract, endpoint, shared, body.schema, answer.kind === "list"),
    `  ${endpoint.verb}(${parameters.join(", ")}): ${lines[0]} {`,
    `    ${lines[1]}`,
    "  }",
  ].join("\n");
  return {
    text,
    uses,
    parameterType:
      query && `export type ${query.type} = NonNullable<operations["${endpoint.operationId}"]["parameters"]["query"]>;`,
  };
}

type AnswerType = { kind: "list" | "json" | "bytes"; name?: string; type: string };

function answerOf(contract: Contract, endpoint: Endpoint): AnswerType {
  const [status, success] = Object.entries(endpoint.responses).find(([status]) => status.startsWith("2")) ?? [];
  const schema = success?.content?.["application/json"]?.schema;
  if (!schema) return success?.content ? { kind: "bytes", type: "Uint8Array" } : { kind: "json", type: "void" };
  const whole = resolve(contract, schema);
  const isList = whole.properties?.next_cursor !== undefined;
  const item = whole.properties?.data?.items;
  const type = `operations["${endpoint.operationId}"]["responses"][${status}]["content"]["application/json"]`;
  const name = refName(isList ? item : schema);
  return {
    kind: isList ? "list" : "json",
    type: isList ? `${type}["data"][number]` : type,
    ...(name === undefined ? {} : { name }),
  };
}

type BodyType = {
  kind: "none" | "json" | "upload";
  name: string;
  isOptional: boolean;
  contentType: string;
  schema: Schema | undefined;
};

function bodyOf(contract: Contract, endpoint: Endpoint): BodyType {
  const content = endpoint.requestBody?.content ?? {};
  const [contentType = ""] = Object.keys(content);
  const schema = content["application/json"]?.schema;
  const kind = contentType === "" ? "none" : schema ? "json" : "upload";
  const isOptional =
    schema !== undefined && (resolve(contract, schema).required ?? []).length === 0 && endpoint.method === "POST";
  const name = refName(schema) ?? `operations["${endpoint.operationId}"]["requestBody"]["content"]["application/json"]`;
  return { kind, name, isOptional, contentType, schema };
}

function queryOf(endpoint: Endpoint): { type: string; isOptional: boolean } | undefined {
  const query = (endpoint.parameters ?? []).filter((parameter) => parameter.in === "query");
  if (query.length === 0) return undefined;
  return {
    type: `${upper(endpoint.resource)}${upper(endpoint.verb)}Params`,
    isOptional: !query.some(({ required }) => required),
  };
}

type Id = { id: string; type: "string" | "number" };

/** `{id}` of `/partners/{id}/keys` is a `partnerId`; where the path is the resource's own, it is an `id`. */
function idNames({ path, resource, parameters = [] }: Endpoint): Id[] {
  const segments = path.split("/");
  const ids = parameters.filter((parameter) => parameter.in === "path");
  return ids.map(({ name, schema }) => {
    const owner = segments[segments.indexOf(`{${name}}`) - 1] ?? "";
    const id = name !== "id" || owner === resource ? name : `${owner.replace(/s$/, "")}Id`;
    return { id, type: schema.type === "integer" ? "number" : "string" };
  });
}

function pathOf({ path }: Endpoint, ids: Id[]): string {
  if (ids.length === 0) return JSON.stringify(path);
  let at = 0;
  return `path\`${path.replace(/\{\w+\}/g, () => `\${${ids[at++]?.id}}`)}\``;
}

function docstring(
  contract: Contract,
  endpoint: Endpoint,
  shared: string[],
  body: Schema | undefined,
  isList: boolean,
): string {
  const who = endpoint["x-wizdata-who"] ?? [];
  const scope = endpoint["x-wizdata-scope"];
  const own = problemCodes(endpoint).filter((code) => !shared.includes(code));
  const lines = [
    `${endpoint.summary}. ${endpoint.description}`,
    "",
    `For ${who.join(" and ")}${who[0] === "anyone" ? "" : " keys"}${scope ? ` with the scope \`${scope}\`` : ""}.`,
    "",
    ...(own.length > 0 ? [`@throws {@link APIError} ${own.join(", ")}`] : []),
    `@example ${exampleCall(contract, endpoint, body, isList)}`,
  ];
  return ["  /**", ...lines.map((line) => `   * ${line}`.trimEnd()), "   */"].join("\n");
}
