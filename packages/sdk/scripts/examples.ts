import { type Contract, type Endpoint, jsonBodyOf, resolve, type Schema } from "./contract.ts";

/** A runnable call of an operation, with the contract's own examples as its arguments. */
export function exampleCall(contract: Contract, endpoint: Endpoint, isList: boolean): string {
  const body = jsonBodyOf(endpoint);
  const ids = (endpoint.parameters ?? []).filter((parameter) => parameter.in === "path");
  const example = ids.map(({ schema }) => literal(exampleOf(contract, schema)));
  if (body) example.push(literal(exampleOf(contract, body)));
  else if (endpoint.requestBody) example.push(`await openAsBlob("nse-kenya.csv.gz")`);
  const asked = (endpoint.parameters ?? []).filter((parameter) => parameter.in === "query" && parameter.required);
  if (asked.length > 0)
    example.push(literal(Object.fromEntries(asked.map(({ name, schema }) => [name, exampleOf(contract, schema)]))));
  const call = `wizdata.${endpoint.resource}.${endpoint.verb}(${example.join(", ")})`;
  return isList ? `for await (const item of ${call}) console.log(item);` : `console.log(await ${call});`;
}

/** An example of a schema; with `every`, one that has all the fields there can be. */
export function exampleOf(contract: Contract, schema: Schema, every = false): unknown {
  const whole = resolve(contract, schema);
  const { example, enum: values } = whole;
  const type = Array.isArray(whole.type) ? whole.type[0] : whole.type;
  if (every && whole.properties) return objectExample(contract, whole, every);
  if (example !== undefined && !(every && whole.allOf)) return example;
  if (whole.default !== undefined) return whole.default;
  const [variant] = whole.allOf ?? whole.anyOf ?? [];
  if (variant) return exampleOf(contract, variant, every);
  if (values) return values[0];
  if (type === "array") return whole.items ? [exampleOf(contract, whole.items, every)] : [];
  if (whole.properties) return objectExample(contract, whole, every);
  if (type === "integer" || type === "number") return 1;
  return type === "boolean" ? true : "…";
}

/** What is required, or, where nothing is, the first field, so that the example shows something. */
function objectExample(contract: Contract, { properties = {}, required = [] }: Schema, every: boolean): object {
  const all = Object.keys(properties);
  const names = every ? all : required.length > 0 ? required : all.slice(0, 1);
  return Object.fromEntries(names.map((name) => [name, exampleOf(contract, properties[name] ?? {}, every)]));
}

/** A value as a program writes it. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${/^[a-z_]\w*$/i.test(name) ? name : JSON.stringify(name)}: ${literal(member)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
