import { type Contract, type Endpoint, resolve, type Schema } from "./contract.ts";

/** A runnable call of an operation, with the contract's own examples as its arguments. */
export function exampleCall(contract: Contract, endpoint: Endpoint, isList: boolean): string {
  const body = endpoint.requestBody?.content["application/json"]?.schema;
  const ids = (endpoint.parameters ?? []).filter((parameter) => parameter.in === "path");
  const example = ids.map(({ schema }) => literal(exampleOf(contract, schema)));
  if (body) example.push(literal(exampleOf(contract, body)));
  else if (endpoint.requestBody) example.push(`await openAsBlob("nse-kenya.csv.gz")`);
  const call = `wizdata.${endpoint.resource}.${endpoint.verb}(${example.join(", ")})`;
  return isList ? `for await (const item of ${call}) console.log(item);` : `console.log(await ${call});`;
}

function exampleOf(contract: Contract, schema: Schema): unknown {
  const whole = resolve(contract, schema);
  const { example, type, enum: values } = whole;
  if (example !== undefined) return example;
  if (whole.default !== undefined) return whole.default;
  const [variant] = whole.allOf ?? whole.anyOf ?? [];
  if (variant) return exampleOf(contract, variant);
  if (values) return values[0];
  if (type === "array") return whole.items ? [exampleOf(contract, whole.items)] : [];
  if (whole.properties) return objectExample(contract, whole);
  if (type === "integer" || type === "number") return 1;
  return type === "boolean" ? true : "…";
}

/** What is required, or, where nothing is, the first field, so that the example shows something. */
function objectExample(contract: Contract, { properties = {}, required = [] }: Schema): object {
  const names = required.length > 0 ? required : Object.keys(properties).slice(0, 1);
  return Object.fromEntries(names.map((name) => [name, exampleOf(contract, properties[name] ?? {})]));
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${/^[a-z_]\w*$/i.test(name) ? name : JSON.stringify(name)}: ${literal(member)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
