import type { Column, Definition } from "../datasets/definition.ts";
import { parseColumnType } from "../lake/value-text.ts";

const sparkTypes = {
  string: "string",
  integer: "long",
  number: "double",
  boolean: "boolean",
  date: "date",
  timestamp: "timestamp",
} as const;

/** The columns as Spark SQL writes a schema. */
export function schemaString({ columns }: Pick<Definition, "columns">): string {
  return JSON.stringify({ type: "struct", fields: columns.map(toField) });
}

function toField({ name, type, nullable, unit, description }: Column) {
  const comment = [description, unit === undefined ? undefined : `Unit: ${unit}`].filter((text) => text !== undefined);
  const metadata = comment.length === 0 ? {} : { comment: comment.join(" ") };
  return { name, type: sparkType(type), nullable, metadata };
}

function sparkType(type: string): string {
  const { kind, ...digits } = parseColumnType(type);
  if (kind !== "decimal") return sparkTypes[kind];
  return "precision" in digits ? `decimal(${digits.precision},${digits.scale})` : "string";
}
