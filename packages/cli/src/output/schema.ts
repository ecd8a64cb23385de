import type { JsonSchema, OperationId, SchemaName } from "@wizdata/sdk/contract";

// A command says of its output which answers and schemas of the contract it is made of. The contract itself is
// loaded only when somebody asks with --schema.

/** What this operation of the API answers with. */
export const answer = (operation: OperationId): JsonSchema => ({ $answer: operation });

/** A schema of the contract by its name. */
export const named = (name: SchemaName): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

export const string: JsonSchema = { type: "string" };
export const integer: JsonSchema = { type: "integer" };
export const boolean: JsonSchema = { type: "boolean" };
export const nullable = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: "null" }] });
export const oneOf = (...values: readonly string[]): JsonSchema => ({ type: "string", enum: values });
export const anyOf = (...schemas: readonly JsonSchema[]): JsonSchema => ({ anyOf: schemas });
export const arrayOf = (items: JsonSchema): JsonSchema => ({ type: "array", items });

/** All of these members, and those of `optional` where there is something to say. */
export function objectOf(members: Record<string, JsonSchema>, optional: Record<string, JsonSchema> = {}): JsonSchema {
  return { type: "object", properties: { ...members, ...optional }, required: Object.keys(members) };
}

/** An answer of the API with more beside it. */
export const withMembers = (
  schema: JsonSchema,
  members: Record<string, JsonSchema>,
  optional?: Record<string, JsonSchema>,
): JsonSchema => ({
  allOf: [schema, objectOf(members, optional)],
});
