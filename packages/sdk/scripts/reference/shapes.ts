import { type Contract, problemPrefix, type Schema } from "../contract.ts";
import { typeText } from "../type-text.ts";
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

const typeOf = (schema: Schema) => typeText(schema, { nameOf: (name) => name, isOpen: false });

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
