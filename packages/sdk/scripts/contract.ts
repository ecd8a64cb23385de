// What the generator reads of openapi/wizdata.json; everything else in it is openapi-typescript's business.
export type Schema = {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  const?: unknown;
  description?: string;
  additionalProperties?: Schema | boolean;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
  pattern?: string;
  example?: unknown;
  default?: unknown;
};

export type Parameter = { name: string; in: "path" | "query" | "header"; required?: boolean; schema: Schema };
type Content = Record<string, { schema?: Schema }>;

export type Operation = {
  operationId: string;
  summary: string;
  description: string;
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
  "x-wizdata-who"?: string[];
  "x-wizdata-scope"?: string;
  "x-wizdata-metered"?: string;
};

export type Contract = {
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

export type Endpoint = Operation & { method: string; path: string; resource: string; verb: string };

/** Written by hand in src/data.ts and src/sql.ts, because the types of rows depend on the dataset or the statement. */
export const handWritten = {
  resources: ["data", "sql"],
  schemas: [
    ...["Row", "DataPage", "DataSample", "ChangedRow", "ChangesPage", "ChangesQuery"],
    ...["SqlRow", "SqlQuery", "SqlResult"],
  ],
};

/** Every operation with an id of the form `<resource>.<method>`, in the order of resources, methods as the contract lists them. */
export function endpointsOf({ paths }: Contract): Endpoint[] {
  const endpoints = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const [resource, verb, ...more] = operation.operationId.split(".");
      if (!resource || !verb || more.length > 0) throw new Error(`${operation.operationId} is not <resource>.<method>`);
      return { ...operation, method: method.toUpperCase(), path, resource, verb };
    }),
  );
  const generated = endpoints.filter(({ resource }) => !handWritten.resources.includes(resource));
  return generated.sort((left, right) =>
    left.resource < right.resource ? -1 : left.resource > right.resource ? 1 : 0,
  );
}

export const refName = (schema: Schema | undefined): string | undefined =>
  schema?.$ref?.replace("#/components/schemas/", "");

export function resolve(contract: Contract, schema: Schema | undefined): Schema {
  const name = refName(schema);
  const found = name === undefined ? schema : contract.components.schemas[name];
  if (!found) throw new Error(`There is no schema ${name ?? "where one is needed"}`);
  return found;
}

/** What an operation takes as JSON. A route that takes files and JSON is a method for files; its JSON is written by hand where it is of use. */
export function jsonBodyOf({ requestBody }: Operation): Schema | undefined {
  const [first] = Object.entries(requestBody?.content ?? {});
  return first?.[0] === "application/json" ? first[1].schema : undefined;
}

export const problemPrefix = "Problem_";

/** The codes of the problems an operation answers with. */
export function problemCodes(endpoint: Operation): string[] {
  const refs = JSON.stringify(endpoint.responses).matchAll(/"#\/components\/schemas\/Problem_(\w+)"/g);
  return [...new Set([...refs].map(([, code]) => code ?? ""))];
}

export const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
