import { type Contract, type Operation, problemPrefix } from "./contract.ts";

const header = `// Made from openapi/wizdata.json by scripts/generate.ts: change the routes, then run npm run openapi.

/** A JSON Schema; \`$ref\` leads into \`schemas\`. */
export type JsonSchema = { readonly [keyword: string]: unknown };
/** An operation of the API: where it is, what it takes as JSON, and the JSON it answers with. */
export type Operation = {
  readonly method: string;
  readonly path: string;
  readonly scope: string | null;
  readonly body: JsonSchema | null;
  readonly answer: JsonSchema | null;
};
`;

/** The contract as data, for programs that look into it; one line for each operation and schema, so that a change shows. */
export function contractFile({ info, paths, components }: Contract): string {
  const operations = Object.entries(paths)
    .flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => [operation.operationId, method, path, operation] as const),
    )
    .sort(([left], [right]) => (left < right ? -1 : 1));
  const schemas = Object.entries(components.schemas)
    .filter(([name]) => !name.startsWith(problemPrefix))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return `${header}
export const contractVersion = ${JSON.stringify(info.version)};

export type OperationId =
${operations.map(([id]) => `  | ${JSON.stringify(id)}`).join("\n")};

export const operations: Readonly<Record<OperationId, Operation>> = {
${operations.map(([id, ...where]) => line(id, operationOf(...where))).join("\n")}
};

export type SchemaName =
${schemas.map(([name]) => `  | ${JSON.stringify(name)}`).join("\n")};

export const schemas: Readonly<Record<SchemaName, JsonSchema>> = {
${schemas.map(([name, schema]) => line(name, schema)).join("\n")}
};
`;
}

const line = (name: string, value: unknown) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`;

function operationOf(method: string, path: string, operation: Operation) {
  const good = Object.entries(operation.responses).find(([status]) => status.startsWith("2"))?.[1];
  return {
    method: method.toUpperCase(),
    path,
    scope: operation["x-wizdata-scope"] ?? null,
    body: operation.requestBody?.content["application/json"]?.schema ?? null,
    answer: good?.content?.["application/json"]?.schema ?? null,
  };
}
