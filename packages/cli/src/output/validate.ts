import { type JsonSchema, schemas } from "@wizdata/sdk/contract";
import { nearest } from "../nearest.ts";

export type SchemaFault = { path: string; message: string };

const faultsMax = 20;
const prefix = "#/components/schemas/";
type Check = (schema: JsonSchema, value: unknown, path: string) => SchemaFault[];

/** What is wrong with a value by a schema of the contract. Knows the keywords that the contract uses; the server has the last word. */
export function faultsOf(schema: JsonSchema, value: unknown, path = ""): SchemaFault[] {
  const { $ref } = schema;
  if (typeof $ref === "string")
    return faultsOf(schemas[$ref.slice(prefix.length) as keyof typeof schemas], value, path);
  const wrongType = typeFault(schema, value, path);
  if (wrongType) return [wrongType];
  return [ofAlternatives, ofValue, ofText, ofNumber, ofArray, ofObject]
    .flatMap((check) => check(schema, value, path))
    .slice(0, faultsMax);
}

function typeFault({ type }: JsonSchema, value: unknown, path: string): SchemaFault | undefined {
  if (type === undefined) return undefined;
  const allowed = [type].flat();
  const own = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  const isRight = allowed.includes(own) || (allowed.includes("integer") && Number.isInteger(value));
  return isRight ? undefined : { path, message: `must be ${allowed.join(" or ")}, not ${own}` };
}

const ofAlternatives: Check = (schema, value, path) => {
  const all = schemasOf(schema.allOf).flatMap((one) => faultsOf(one, value, path));
  const any = schemasOf(schema.anyOf);
  const isOne = any.length === 0 || any.some((one) => faultsOf(one, value, path).length === 0);
  return isOne ? all : [...all, { path, message: "is none of the forms that are allowed" }];
};

const ofValue: Check = ({ enum: values }, value, path) =>
  Array.isArray(values) && !values.includes(value) ? [{ path, message: `must be one of ${values.join(", ")}` }] : [];

const ofText: Check = ({ minLength, maxLength, pattern }, value, path) => {
  if (typeof value !== "string") return [];
  const chars = [...value].length;
  if (typeof minLength === "number" && chars < minLength)
    return [{ path, message: `must have ${minLength} characters or more` }];
  if (typeof maxLength === "number" && chars > maxLength)
    return [{ path, message: `must have ${maxLength} characters at most` }];
  if (typeof pattern === "string" && !new RegExp(pattern, "u").test(value))
    return [{ path, message: `must match ${pattern}` }];
  return [];
};

const ofNumber: Check = ({ minimum, maximum }, value, path) => {
  if (typeof value !== "number") return [];
  if (typeof minimum === "number" && value < minimum) return [{ path, message: `must be ${minimum} or more` }];
  if (typeof maximum === "number" && value > maximum) return [{ path, message: `must be ${maximum} at most` }];
  return [];
};

const ofArray: Check = ({ items, minItems, maxItems }, value, path) => {
  if (!Array.isArray(value)) return [];
  if (typeof minItems === "number" && value.length < minItems)
    return [{ path, message: `must have ${minItems} items or more` }];
  if (typeof maxItems === "number" && value.length > maxItems)
    return [{ path, message: `must have ${maxItems} items at most` }];
  return isSchema(items) ? value.flatMap((item, at) => faultsOf(items, item, `${path}[${at}]`)) : [];
};

const ofObject: Check = ({ properties, required, additionalProperties }, value, path) => {
  if (!isSchema(value)) return [];
  const known = isSchema(properties) ? properties : {};
  const missing = (Array.isArray(required) ? required : [])
    .filter((name) => value[name] === undefined)
    .map((name) => ({ path: join(path, name), message: "is required" }));
  const members = Object.entries(value).flatMap(([name, member]) => {
    const schema = Object.hasOwn(known, name) ? known[name] : additionalProperties;
    if (schema === false)
      return [
        {
          path: join(path, name),
          message: unknownMember(name, Object.keys(known)),
        },
      ];
    return isSchema(schema) ? faultsOf(schema, member, join(path, name)) : [];
  });
  return [...missing, ...members];
};

function unknownMember(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return meant === undefined ? "is not known" : `is not known; perhaps ${meant} was meant`;
}

const join = (path: string, name: string) => (path === "" ? name : `${path}.${name}`);
const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const schemasOf = (value: unknown): JsonSchema[] => (Array.isArray(value) ? value.filter(isSchema) : []);
