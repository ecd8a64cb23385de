import { z } from "@hono/zod-openapi";
import type { TimeAxis } from "./time-axis.ts";
import { all, any, anything, type Comparison, type Condition, comparing, neverTrue, not } from "./truth.ts";

const depthMax = 32;

const Op = z.object({
  op: z.string(),
  children: z.array(z.unknown()).optional(),
  name: z.string().optional(),
  value: z.string().optional(),
  valueType: z.string().optional(),
});
type Op = z.infer<typeof Op>;

const comparisonOf: Record<string, Comparison> = {
  equal: "=",
  lessThan: "<",
  lessThanOrEqual: "<=",
  greaterThan: ">",
  greaterThanOrEqual: ">=",
};
const turned: Record<Comparison, Comparison> = { "=": "=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

/** The types that a literal is compared as, of which we know what the comparison comes to. */
const knownTypes: Record<TimeAxis["kind"], readonly string[]> = {
  year: ["int", "long"],
  date: ["date", "timestamp"],
  timestamp: ["date", "timestamp"],
};

/** The tree that the protocol describes; whatever of it is not understood can come to anything. */
export function jsonCondition(hints: string, axis: TimeAxis): Condition {
  try {
    return conditionOf(JSON.parse(hints), axis, 0);
  } catch {
    return anything; // no JSON: the protocol asks that it be left aside
  }
}

function conditionOf(node: unknown, axis: TimeAxis, depth: number): Condition {
  const parsed = Op.safeParse(node);
  if (!parsed.success || depth > depthMax) return anything;
  const { op, children = [] } = parsed.data;
  const inner = () => children.map((child) => conditionOf(child, axis, depth + 1));
  if ((op === "and" || op === "or") && children.length > 0) return op === "and" ? all(inner()) : any(inner());
  const [first = anything, ...others] = op === "not" ? inner() : [];
  if (op === "not" && others.length === 0) return not(first);
  if (op === "isNull") return children.length === 1 && isTime(leaf(children[0]), axis) ? neverTrue : anything;
  const comparison = comparisonOf[op];
  return comparison === undefined ? anything : comparisonWith(comparison, children, axis);
}

function comparisonWith(comparison: Comparison, children: unknown[], axis: TimeAxis): Condition {
  const [left, right, ...more] = children.map(leaf);
  if (!left || !right || more.length > 0) return anything;
  const isTurned = left.op === "literal";
  const [column, literal] = isTurned ? [right, left] : [left, right];
  if (!isTime(column, axis) || literal.op !== "literal" || literal.value === undefined) return anything;
  // Of two types the client's rules say which one both are compared as.
  if (column.valueType !== literal.valueType || !knownTypes[axis.kind].includes(column.valueType ?? ""))
    return anything;
  const span = axis.spanOf(literal.value);
  return span ? comparing(isTurned ? turned[comparison] : comparison, span) : anything;
}

function leaf(node: unknown): Op | undefined {
  const parsed = Op.safeParse(node);
  return parsed.success ? parsed.data : undefined;
}

const isTime = (node: Op | undefined, axis: TimeAxis) =>
  node?.op === "column" && node.name?.toLowerCase() === axis.column;
