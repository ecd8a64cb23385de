import { type Contract, problemPrefix, refName, type Schema } from "../contract.ts";
import { cell, codeCell, tableOf } from "./markdown.ts";

/** Every shape of the contract that a method takes or gives, with each of its fields, in the order of names. */
export function shapeSections(contract: Contract): string[] {
  const shapes = Object.entries(contract.components.schemas)
    .filter(([name]) => !name.startsWith(problemPrefix))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return shapes.flatMap(([name, schema]) => [`### ${name}`, ...shapeOf(schema)]);
}

function shapeOf(schema: Schema): string[] {
  const { properties, required = [], description } = merged(schema);
  const text = description === undefined ? [] : [description];
  if (!properties) return [...text, `\`${typeOf(schema)}\``];
  const rows = Object.entries(properties).map(([name, field]) => [
    `\`${name}${required.includes(name) ? "" : "?"}\``,
    codeCell(typeOf(field)),
    cell([field.description, boundsOf(field)].filter(Boolean).join(" ")),
  ]);
  return [...text, tableOf(["field", "type", "meaning"], rows)];
}

/** What a schema says itself goes before what it takes over from others. */
function merged(schema: Schema): Schema {
  return Object.assign({}, ...(schema.allOf ?? []), schema);
}

/** A type as TypeScript writes it, other shapes by their names. */
function typeOf(schema: Schema): string {
  const name = refName(schema);
  if (name !== undefined) return name;
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return [...new Set(variants.map(typeOf))].join(" | ");
  if (schema.allOf) return schema.allOf.map(typeOf).join(" & ");
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? "unknown"];
  return types.map((type) => simpleType(type, schema)).join(" | ");
}

function simpleType(type: string, { items, properties, additionalProperties }: Schema): string {
  if (type === "array") {
    const item = typeOf(items ?? {});
    return /[|&]/.test(item) ? `(${item})[]` : `${item}[]`;
  }
  if (type === "integer") return "number";
  if (type !== "object") return type;
  if (properties)
    return `{ ${Object.entries(properties)
      .map(([name, one]) => `${name}: ${typeOf(one)}`)
      .join("; ")} }`;
  return `Record<string, ${typeof additionalProperties === "object" ? typeOf(additionalProperties) : "unknown"}>`;
}

function boundsOf({ minimum, maximum, maxLength, maxItems, pattern, default: usual }: Schema): string {
  const bounds = [
    minimum === undefined ? undefined : `at least ${minimum}`,
    maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? undefined : `at most ${maximum}`,
    maxLength === undefined ? undefined : `at most ${maxLength} characters`,
    maxItems === undefined ? undefined : `at most ${maxItems} items`,
    pattern === undefined ? undefined : `matches \`${pattern}\``,
    usual === undefined ? undefined : `\`${JSON.stringify(usual)}\` if not given`,
  ].filter((bound) => bound !== undefined);
  return bounds.length === 0 ? "" : `(${bounds.join(", ")})`;
}
