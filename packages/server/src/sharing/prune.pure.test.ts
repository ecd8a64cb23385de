import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Definition } from "../datasets/definition.ts";
import type { Part } from "../lake/lake.ts";
import { prune } from "./prune.ts";

// Hints are judged here row by row, as a client judges them: what it wants must be in the parts that are left.

const kinds = ["year", "date", "timestamp"] as const;
type Kind = (typeof kinds)[number];
const hourMs = 3_600_000;
const startMs = Date.UTC(2024, 0, 1);

const definitionOf = (kind: Kind) =>
  Definition.parse({
    columns: [
      { name: "at", type: kind === "year" ? "integer" : kind, nullable: false },
      { name: "code", type: "string", nullable: false },
    ],
    key: ["code", "at"],
    time: "at",
    partition: "none",
  });

/** A row's time: years as they are, the others as milliseconds. */
const textOf = (kind: Kind, value: number) => {
  if (kind === "year") return String(value);
  const text = new Date(value).toISOString();
  return kind === "date" ? text.slice(0, 10) : text;
};
const timeOf = (kind: Kind) =>
  kind === "year"
    ? fc.integer({ min: 2015, max: 2030 })
    : fc.integer({ min: 0, max: 200 }).map((steps) => startMs + steps * (kind === "date" ? 24 : 5) * hourMs);

function partOf(kind: Kind, values: number[], at: number): Part {
  const sorted = values.toSorted((left, right) => left - right);
  const [min = 0, max = min] = [sorted[0], sorted.at(-1)];
  const bounds = { timeMin: textOf(kind, min), timeMax: textOf(kind, max) };
  return { sha256: String(at), partition: "all", rows: values.length, bytes: 1, ...bounds };
}

type Sql = "=" | "<" | "<=" | ">" | ">=";
type Tree =
  | { op: Sql; literal: string; isTurned: boolean; isDay: boolean }
  | { op: "foreign" | "isNull" }
  | { op: "and" | "or" | "not"; inner: Tree[] };

const compare: Record<Sql, (left: number, right: number) => boolean> = {
  "=": (left, right) => left === right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};
const turned: Record<Sql, Sql> = { "=": "=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" };
const words: Record<Sql, string> = {
  "=": "equal",
  "<": "lessThan",
  "<=": "lessThanOrEqual",
  ">": "greaterThan",
  ">=": "greaterThanOrEqual",
};

const literalOf = (kind: Kind) =>
  kind === "year"
    ? timeOf("year").map((year) => ({ literal: String(year), isDay: false }))
    : fc.tuple(timeOf(kind), fc.boolean(), fc.constantFrom("Z", "")).map(([value, isDay, zone]) => {
        const text = new Date(value).toISOString();
        return { literal: isDay ? text.slice(0, 10) : `${text.slice(0, 19)}${zone}`, isDay };
      });
const leafOf = (kind: Kind): fc.Arbitrary<Tree> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom<Sql>("=", "<", "<=", ">", ">="), literalOf(kind), fc.boolean())
        .map(([op, literal, isTurned]) => ({ op, isTurned, ...literal })),
    },
    { weight: 1, arbitrary: fc.constantFrom<Tree>({ op: "foreign" }, { op: "isNull" }) },
  );
const treeOf = (kind: Kind): fc.Arbitrary<Tree> =>
  fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      leafOf(kind),
      fc.record({
        op: fc.constantFrom("and" as const, "or" as const),
        inner: fc.array(tie("tree"), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({ op: fc.constant("not" as const), inner: fc.tuple(tie("tree")) }),
    ),
  })).tree;

/** What only the client knows: its time zone, and whether it compares days with the day of a moment or with its own midnight. */
type Client = { zoneHours: number; isByDay: boolean; foreign: boolean | null };

function holds(kind: Kind, tree: Tree, value: number, client: Client): boolean | null {
  if ("literal" in tree) return holdsLeaf(kind, tree, value, client);
  if (!("inner" in tree)) return tree.op === "foreign" ? client.foreign : false;
  const inner = tree.inner.map((one) => holds(kind, one, value, client));
  if (tree.op === "not") return inner[0] === null || inner[0] === undefined ? null : !inner[0];
  const decisive = tree.op === "or";
  if (inner.includes(decisive)) return decisive;
  return inner.includes(null) ? null : !decisive;
}

function holdsLeaf(
  kind: Kind,
  { op, literal, isDay, isTurned }: Extract<Tree, { literal: string }>,
  value: number,
  { zoneHours, isByDay }: Client,
) {
  const read = compare[isTurned ? turned[op] : op];
  if (kind === "year") return read(value, Number(literal));
  const zoneMs = zoneHours * hourMs;
  if (isDay && (kind === "date" || isByDay)) {
    const dayMs = 24 * hourMs;
    const day = kind === "date" ? value : Math.floor((value + zoneMs) / dayMs) * dayMs;
    return read(day, Date.parse(literal));
  }
  const literalMs =
    Date.parse(isDay ? `${literal}T00:00:00Z` : `${literal.slice(0, 19)}Z`) - (literal.endsWith("Z") ? 0 : zoneMs);
  return read(kind === "date" ? value - zoneMs : value, literalMs);
}

function toJson(kind: Kind, tree: Tree): object {
  const column = (valueType: string) => ({ op: "column", name: "at", valueType });
  if (tree.op === "isNull") return { op: "isNull", children: [column("date")] };
  if ("inner" in tree) return { op: tree.op, children: tree.inner.map((one) => toJson(kind, one)) };
  if (!("literal" in tree))
    return {
      op: "equal",
      children: [
        { op: "column", name: "code", valueType: "string" },
        { op: "literal", value: "a", valueType: "string" },
      ],
    };
  const valueType = kind === "year" ? "long" : tree.isDay ? "date" : "timestamp";
  const children = [column(valueType), { op: "literal", value: tree.literal, valueType }];
  return { op: words[tree.op], children: tree.isTurned ? children.reverse() : children };
}

function toSql(tree: Tree): string {
  if (tree.op === "isNull") return "at IS NULL";
  if (!("literal" in tree)) return "code = 'a'";
  return tree.isTurned ? `'${tree.literal}' ${tree.op} AT` : `(\`at\` ${tree.op} '${tree.literal}')`;
}

describe.each(kinds)("by a time that is a %s", (kind) => {
  const client = fc.record({
    zoneHours: fc.integer({ min: -12, max: 14 }),
    isByDay: fc.boolean(),
    foreign: fc.constantFrom(true, false, null),
  });
  const values = fc.array(fc.array(timeOf(kind), { minLength: 1, maxLength: 5 }), { maxLength: 6 });
  const definition = definitionOf(kind);

  function expectNothingMissing(
    parts: number[][],
    trees: Tree[],
    hints: object,
    who: Client,
    limit: number | undefined,
  ) {
    const left = new Set(
      prune(
        definition,
        parts.map((part, at) => partOf(kind, part, at)),
        { ...hints, limitHint: limit },
      ).map(({ sha256 }) => Number(sha256)),
    );
    const wanted = (value: number) => trees.every((tree) => holds(kind, tree, value, who) === true);
    const matching = parts.map((part) => part.filter(wanted).length);
    const had = matching.filter((_, at) => left.has(at)).reduce((sum, rows) => sum + rows, 0);
    const all = matching.reduce((sum, rows) => sum + rows, 0);
    expect(had).toBeGreaterThanOrEqual(Math.min(all, limit ?? all));
  }

  test("no part goes that has a row of what is asked for, whatever tree is sent as JSON", () => {
    fc.assert(
      fc.property(
        values,
        treeOf(kind),
        client,
        fc.option(fc.nat({ max: 12 }), { nil: undefined }),
        (parts, tree, who, limit) =>
          expectNothingMissing(parts, [tree], { jsonPredicateHints: JSON.stringify(toJson(kind, tree)) }, who, limit),
      ),
      { numRuns: 1_000 },
    );
  });

  test("nor with conditions sent as SQL", () => {
    fc.assert(
      fc.property(
        values,
        fc.array(leafOf(kind), { maxLength: 3 }),
        client,
        fc.option(fc.nat({ max: 12 }), { nil: undefined }),
        (parts, trees, who, limit) =>
          expectNothingMissing(parts, trees, { predicateHints: trees.map(toSql) }, who, limit),
      ),
      { numRuns: 1_000 },
    );
  });
});

test("a limit names the fewest parts that cover it", () => {
  const parts = [3, 9, 1, 5].map((rows, at) =>
    partOf(
      "year",
      Array.from({ length: rows }, () => 2020 + at),
      at,
    ),
  );
  const named = (limitHint: number) => prune(definitionOf("year"), parts, { limitHint }).map(({ rows }) => rows);
  expect([named(0), named(4), named(10), named(15), named(99)]).toEqual([[], [9], [9, 5], [3, 9, 5], [3, 9, 1, 5]]);
});

test("what is no hint, or too deep to be one, leaves every part", () => {
  const parts = [partOf("date", [startMs], 0)];
  const deep = `${'{"op":"not","children":['.repeat(5_000)}1${"]}".repeat(5_000)}`;
  for (const hints of [
    { jsonPredicateHints: deep },
    { jsonPredicateHints: '{"op":"and","children":[]}' },
    { jsonPredicateHints: '{"op":"in","children":[]}' },
    { predicateHints: ["at = '2024-02-30'", "at IN ('2020-01-01')", "at > 'x''", "at = at", "", "(((((", "1"] },
  ])
    expect(prune(definitionOf("date"), parts, hints), JSON.stringify(hints).slice(0, 80)).toHaveLength(1);
});
