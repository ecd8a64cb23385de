import { type JsonSchema, operations, schemas } from "@wizdata/sdk/contract";

const prefix = "#/components/schemas/";

/** The whole JSON Schema of a command's output: what it takes from the contract is in `$defs`, and nothing else of the contract. */
export function describeOutput(title: string, output: JsonSchema): JsonSchema {
  const needed = new Map<string, JsonSchema>();
  const resolved = resolve(output, needed);
  const defs = Object.fromEntries([...needed].sort(([left], [right]) => (left < right ? -1 : 1)));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title,
    ...resolved,
    ...(needed.size > 0 ? { $defs: defs } : {}),
  };
}

/** One line of `--ndjson`: an item of a list, or what is no list itself. */
export function describeLine(title: string, output: JsonSchema): JsonSchema {
  const whole = describeOutput(title, output);
  const { $defs, ...schema } = whole;
  const list = follow(schema, $defs);
  const items = memberOf(memberOf(memberOf(list, "properties"), "data"), "items");
  return items ? { $schema: whole.$schema, title, ...items, ...($defs ? { $defs } : {}) } : whole;
}

function follow(schema: JsonSchema, defs: unknown): JsonSchema {
  const { $ref } = schema;
  const name = typeof $ref === "string" ? $ref.replace("#/$defs/", "") : undefined;
  return (name && memberOf(isSchema(defs) ? defs : {}, name)) || schema;
}

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function memberOf(schema: JsonSchema | undefined, name: string): JsonSchema | undefined {
  const found = schema?.[name];
  return isSchema(found) ? found : undefined;
}

function resolve(schema: JsonSchema, needed: Map<string, JsonSchema>): JsonSchema {
  const { $answer, $ref } = schema;
  if (typeof $answer === "string") {
    // Types hold commands to the operations there are.
    const { answer } = operations[$answer as keyof typeof operations];
    return answer ? resolve(answer, needed) : { type: "null" };
  }
  if (typeof $ref === "string" && $ref.startsWith(prefix)) return reference($ref.slice(prefix.length), needed);
  return Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, resolveIn(value, needed)]));
}

function resolveIn(value: unknown, needed: Map<string, JsonSchema>): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveIn(item, needed));
  return isSchema(value) ? resolve(value, needed) : value;
}

function reference(name: string, needed: Map<string, JsonSchema>): JsonSchema {
  if (!needed.has(name)) {
    // Held before it is resolved, for a schema may lead to itself.
    needed.set(name, {});
    needed.set(name, resolve(schemas[name as keyof typeof schemas], needed));
  }
  return { $ref: `#/$defs/${name}` };
}
