import { refName, type Schema } from "./contract.ts";

/** How a schema is written: what another shape is called, and whether a list of values may grow. */
export type Writing = { nameOf: (shape: string) => string; isOpen: boolean };

/** A schema as a type of TypeScript, other shapes by their names. */
export function typeText(schema: Schema, writing: Writing): string {
  const name = refName(schema);
  if (name !== undefined) return writing.nameOf(name);
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (values) {
    const texts = values.map((value) => (writing.isOpen && value !== null ? typeof value : JSON.stringify(value)));
    return [...new Set(texts)].join(" | ");
  }
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return [...new Set(variants.map((variant) => typeText(variant, writing)))].join(" | ");
  if (schema.allOf) return schema.allOf.map((part) => inBrackets(typeText(part, writing))).join(" & ");
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? "unknown"];
  return types.map((type) => simpleText(type, schema, writing)).join(" | ");
}

function simpleText(type: string, schema: Schema, writing: Writing): string {
  const { items, properties, additionalProperties } = schema;
  if (type === "array") return `${inBrackets(typeText(items ?? {}, writing))}[]`;
  if (type === "integer") return "number";
  if (type !== "object") return type;
  if (properties) return objectText(schema, writing);
  return `Record<string, ${typeof additionalProperties === "object" ? typeText(additionalProperties, writing) : "unknown"}>`;
}

function objectText({ properties = {}, required = [] }: Schema, writing: Writing): string {
  const members = Object.entries(properties).map(
    ([name, field]) => `${JSON.stringify(name)}${required.includes(name) ? "" : "?"}: ${typeText(field, writing)}`,
  );
  return `{ ${members.join("; ")} }`.replace(/"([a-z_]\w*)"(\??:)/gi, "$1$2");
}

const inBrackets = (type: string) => (/[|&]/.test(type) ? `(${type})` : type);
