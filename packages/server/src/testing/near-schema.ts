import fc from "fast-check";

// Values near a contract's schemas: mostly right, sometimes wrong in one place, sometimes anything at all.

/** The part of JSON Schema that the contract uses. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  allOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  example?: unknown;
};

type Values = fc.Arbitrary<unknown>;

/** Real names and ids by the name of the field that takes them, so that requests get past the door. */
export type Known = Record<string, readonly unknown[]>;

const oddTexts = [
  "",
  " ",
  "null",
  "..",
  "../../etc/passwd",
  "%2e%2e%2f",
  "a\u0000b",
  "\ud800",
  "__proto__",
  "constructor",
  "' or 1=1 --",
  '"; drop table keys; --',
  "2026-02-30",
  "2026-02-30T00:00:00Z",
  "9999-12-31T23:59:59.999Z",
  "-271821-04-20T00:00:00Z",
  "+275760-09-13T00:00:00.001Z",
  "1e400",
  "-0",
  "9007199254740993",
  "0x10",
  "NaN",
  "par_00000000000000000000000000",
  "ＡＢＣ",
  "🦓",
  "x".repeat(300),
];
const oddNumbers = [0, -0, -1, 0.5, 1e21, -1e308, 2 ** 31, 2 ** 53, 2 ** 53 - 1, Number.MAX_SAFE_INTEGER + 2];

export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ maxLength: 40 }),
);
const graphemes = fc.string({ unit: "grapheme", maxLength: 30 });
const names = fc.stringMatching(/^[a-z][a-z0-9_-]{2,20}$/);
const anything: Values = fc.oneof(
  oddText,
  fc.constantFrom(...oddNumbers),
  fc.constantFrom(null, true, [], {}),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Mostly values of the schema; one in about twenty of its places holds something else. */
export function near(schema: Schema, resolve: (ref: string) => Schema, known: Known, name = ""): Values {
  const values = right(schema, resolve, known, name);
  const real = known[name];
  return fc.oneof(
    { weight: 24, arbitrary: real ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...real) }, values) : values },
    { weight: 1, arbitrary: anything },
  );
}

function right(schema: Schema, resolve: (ref: string) => Schema, known: Known, name: string): Values {
  const inner = (of: Schema, called = name) => near(of, resolve, known, called);
  if (schema.$ref !== undefined) return right(resolve(schema.$ref), resolve, known, name);
  const among = schema.anyOf ?? schema.oneOf;
  if (among) return fc.oneof(...among.map((each) => inner(each)));
  if (schema.allOf) return right(Object.assign({}, ...schema.allOf), resolve, known, name);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const types = [schema.type ?? []].flat();
  return types.length === 0 ? anything : fc.oneof(...types.map((type) => ofType(type, schema, inner)));
}

function ofType(type: string, schema: Schema, inner: (of: Schema, name?: string) => Values): Values {
  const examples = schema.example === undefined ? [] : [fc.constant(schema.example)];
  switch (type) {
    case "object":
      return objects(schema, inner);
    case "array":
      return fc.array(inner(schema.items ?? {}), { maxLength: Math.min(schema.maxItems ?? 4, 4) });
    case "string":
      return fc.oneof(...examples, texts(schema));
    case "integer":
    case "number":
      return fc.oneof(...examples, numbers(schema));
    case "boolean":
      return fc.boolean();
    default:
      return fc.constant(null);
  }
}

function objects(schema: Schema, inner: (of: Schema, name?: string) => Values): Values {
  const { properties = {}, required = [], additionalProperties } = schema;
  const fields = Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, inner(of, name)]));
  const declared = fc.record(fields, { requiredKeys: required.filter((name) => Object.hasOwn(fields, name)) });
  const of = typeof additionalProperties === "object" ? inner(additionalProperties) : anything;
  const strange = fc.oneof(oddText, fc.constantFrom("role", "partner_id", "created_at", "toString"));
  const weight = typeof additionalProperties === "object" ? 5 : 1;
  const further = fc.oneof(
    { weight: 9, arbitrary: fc.constant({}) },
    { weight, arbitrary: fc.dictionary(strange, of, { maxKeys: 2 }) },
  );
  return fc.tuple(declared, further).map(([object, more]) => ({ ...more, ...object }));
}

function texts({ format, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
  if (format === "date-time") return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (format === "date") return fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  if (format === "email") return fc.emailAddress();
  const lengths = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, 80)) };
  return fc.oneof(fc.string(lengths), names, graphemes);
}

function numbers({ type, minimum, maximum }: Schema): fc.Arbitrary<number> {
  const min = minimum ?? -1_000;
  const max = Math.max(min, maximum ?? 2 ** 40);
  return type === "integer"
    ? fc.integer({ min, max: Math.min(max, Number.MAX_SAFE_INTEGER) })
    : fc.double({ min, max, noNaN: true });
}
