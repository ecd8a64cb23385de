import { allowedFunctions, allowedTableFunctions, allowedTypes } from "./functions.ts";
import type { NamedTable } from "./messages.ts";

/** What a statement must not do, in words for who wrote it; `at` counts bytes from 0, as DuckDB does. */
export class RefusedStatement extends Error {
  override readonly name = "RefusedStatement";
  readonly at: number | null;
  constructor(message: string, at: unknown = null) {
    super(message);
    this.at = typeof at === "number" && Number.isSafeInteger(at) ? at : null;
  }
}

type Node = { [member: string]: unknown };
/** Names of WITH that hold here, and the datasets that stand in the FROM of this SELECT, and of those around it, by what they are called there. */
type Place = { ctes: ReadonlySet<string>; direct: readonly Direct[]; outer: readonly Direct[] };
type Direct = { table: Found; alias: string };
type Found = { name: string; isAll: boolean };

const queryTypes = new Set(["SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"]);
const otherTypes = new Set(
  `JOIN SUBQUERY EXPRESSION_LIST EMPTY EMPTY_FROM PIVOT ORDER_MODIFIER LIMIT_MODIFIER LIMIT_PERCENT_MODIFIER DISTINCT_MODIFIER
   ORDER_DEFAULT ASCENDING DESCENDING`.split(/\s+/),
);
const classes = new Set(
  `CONSTANT COLUMN_REF FUNCTION COMPARISON CONJUNCTION OPERATOR CAST CASE BETWEEN SUBQUERY WINDOW STAR LAMBDA COLLATE
   POSITIONAL_REFERENCE`.split(/\s+/),
);
const tableNameForm = /^[\p{L}_][\p{L}\p{M}\p{N}_ $-]{0,99}$/u;
const datasetsMax = 16;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const isEmpty = (value: unknown): boolean => value === "" || value === null || value === undefined;
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/**
 * Reads DuckDB's own parse of a statement: which tables it names that are none of its own, and which of their columns. Whatever is
 * not known here is refused, so that a new kind of statement, table, expression or function is no way out.
 */
export function readStatement(serialized: string): NamedTable[] {
  const parsed: unknown = JSON.parse(serialized);
  if (!isNode(parsed) || !Array.isArray(parsed.statements)) throw new RefusedStatement("It is not a statement.");
  const [statement, ...more] = parsed.statements as unknown[]; // checked to be a list
  if (!isNode(statement) || more.length > 0) throw new RefusedStatement("Send exactly one SELECT.");
  const reader = new Reader();
  reader.visit(statement, { ctes: new Set(), direct: [], outer: [] });
  return reader.named();
}

class Reader {
  readonly #tables = new Map<string, Found>();
  readonly #columns = new Set<string>();

  named(): NamedTable[] {
    const columns = [...this.#columns];
    return [...this.#tables.values()].map(({ name, isAll }) => ({ name, columns: isAll ? "all" : columns }));
  }

  visit(value: unknown, place: Place): void {
    if (Array.isArray(value)) for (const one of value) this.visit(one, place);
    if (!isNode(value)) return;
    if (typeof value.class === "string") return void this.#visitExpression(value, place);
    if (typeof value.type !== "string") return void this.#visitMembers(value, place);
    if (queryTypes.has(value.type)) return void this.#visitQuery(value, place);
    if (value.type === "BASE_TABLE") return void this.#visitTable(value, place);
    if (value.type === "TABLE_FUNCTION") return void this.#visitTableFunction(value, place);
    if (value.type === "SHOW_REF")
      throw new RefusedStatement(
        "DESCRIBE, SHOW and SUMMARIZE are no queries here. `wizdata datasets show nse-kenya` tells the columns of one.",
      );
    if (!otherTypes.has(value.type))
      throw new RefusedStatement(`${value.type} is not allowed here.`, value.query_location);
    if (value.type === "JOIN" && Array.isArray(value.using_columns))
      for (const name of value.using_columns) this.#noteColumn(name);
    this.#visitMembers(value, place);
  }

  #visitMembers(node: Node, place: Place): void {
    for (const member of Object.values(node)) this.visit(member, place);
  }

  /** A name of WITH holds in what follows it, and in its own query only where that is recursive. */
  #visitQuery(node: Node, around: Place): void {
    const { cte_map: map, ...rest } = node;
    const ctes = new Set(around.ctes);
    const outer = [...around.direct, ...around.outer];
    if (node.type === "RECURSIVE_CTE_NODE" || node.type === "CTE_NODE") ctes.add(this.#cteName(node.cte_name));
    for (const entry of isNode(map) && Array.isArray(map.map) ? map.map : []) {
      if (!isNode(entry)) throw new RefusedStatement("Its WITH cannot be read.");
      const name = this.#cteName(entry.key);
      this.visit(entry.value, { ctes: new Set(ctes), direct: [], outer });
      ctes.add(name);
    }
    const direct = this.#directTables(node.from_table, ctes);
    if (isNode(node.from_table) && readsAll(node.from_table)) for (const { table } of direct) table.isAll = true;
    this.#visitMembers(rest, { ctes, direct, outer });
  }

  #cteName(name: unknown): string {
    if (!tableNameForm.test(textOf(name)))
      throw new RefusedStatement("A name of WITH has letters, digits, _, - and spaces only.");
    return textOf(name).toLowerCase();
  }

  /** The datasets of a FROM, through its joins but not into its subqueries. */
  #directTables(from: unknown, ctes: ReadonlySet<string>): Direct[] {
    if (!isNode(from)) return [];
    if (from.type === "JOIN") return [...this.#directTables(from.left, ctes), ...this.#directTables(from.right, ctes)];
    if (from.type === "PIVOT") return this.#directTables(from.source, ctes);
    if (from.type !== "BASE_TABLE") return [];
    const table = this.#visitTable(from, { ctes, direct: [], outer: [] });
    if (!table) return [];
    return [{ table, alias: (textOf(from.alias) || table.name).toLowerCase() }];
  }

  #visitTable(node: Node, place: Place): Found | undefined {
    const at = node.query_location;
    const name = textOf(node.table_name);
    if (!isEmpty(node.schema_name) || !isEmpty(node.catalog_name))
      throw new RefusedStatement("A dataset is named alone, without a schema or a database before it.", at);
    if (!isEmpty(node.at_clause))
      throw new RefusedStatement(
        "AT is not known here. Name versions beside the statement, as `versions` or `as_of`.",
        at,
      );
    if (!tableNameForm.test(name)) throw new RefusedStatement("That is not the name of a dataset.", at);
    this.visit(node.sample, place);
    if (place.ctes.has(name.toLowerCase())) return undefined;
    const known = this.#tables.get(name.toLowerCase());
    const table = known ?? { name, isAll: false };
    this.#tables.set(name.toLowerCase(), table);
    if (this.#tables.size > datasetsMax) throw new RefusedStatement(`It names more than ${datasetsMax} datasets.`, at);
    // Under other names its columns are not found by their own.
    if (Array.isArray(node.column_name_alias) && node.column_name_alias.length > 0) table.isAll = true;
    return table;
  }

  #visitTableFunction(node: Node, place: Place): void {
    const call = isNode(node.function) ? node.function : {};
    const name = textOf(call.function_name).toLowerCase();
    if (!allowedTableFunctions.has(name) || !hasPlainName(call))
      throw new RefusedStatement(
        `${name || "This"} cannot stand in FROM. Only datasets, subqueries and ${[...allowedTableFunctions].join(", ")} can.`,
        node.query_location,
      );
    this.#visitMembers({ ...node, function: call.children }, place);
  }

  #visitExpression(node: Node, place: Place): void {
    const kind = textOf(node.class);
    const at = node.query_location;
    if (kind === "PARAMETER") throw new RefusedStatement("It has a parameter. Write the value itself.", at);
    if (!classes.has(kind)) throw new RefusedStatement(`An expression of the kind ${kind} is not allowed here.`, at);
    if (kind === "CONSTANT") return void checkType(isNode(node.value) ? node.value.type : undefined, at);
    if (kind === "CAST") checkType(node.cast_type, at);
    if (kind === "COLUMN_REF") return void this.#visitColumn(node, place);
    if (kind === "POSITIONAL_REFERENCE") for (const { table } of place.direct) table.isAll = true;
    if (kind === "STAR") this.#visitStar(node, place);
    if (kind === "FUNCTION" || kind === "WINDOW") {
      const name = textOf(node.function_name).toLowerCase();
      if (!allowedFunctions.has(name) || !hasPlainName(node))
        throw new RefusedStatement(`The function ${name} is not allowed here.`, at);
    }
    const { cast_type: _type, ...members } = node;
    this.#visitMembers(members, place);
  }

  #visitColumn(node: Node, { direct, outer }: Place): void {
    const names = Array.isArray(node.column_names) ? node.column_names : [];
    for (const name of names) this.#noteColumn(name);
    // A table's name alone is its whole row.
    const [only, ...more] = names.map((name) => textOf(name).toLowerCase());
    if (more.length === 0) for (const { table, alias } of [...direct, ...outer]) if (alias === only) table.isAll = true;
  }

  #visitStar(node: Node, { direct }: Place): void {
    const relation = textOf(node.relation_name).toLowerCase();
    for (const { table, alias } of direct)
      if (relation === "" || relation === alias || relation === table.name.toLowerCase()) table.isAll = true;
  }

  #noteColumn(name: unknown): void {
    this.#columns.add(textOf(name).toLowerCase());
  }
}

/** A join that compares whatever columns are called alike, and a pivot, which groups by what it does not name. */
function readsAll({ type, ref_type: join, left, right }: Node): boolean {
  if (type === "PIVOT") return true;
  if (type !== "JOIN") return false;
  return join === "NATURAL" || [left, right].some((side) => isNode(side) && readsAll(side));
}

const hasPlainName = ({ schema, catalog }: Node): boolean =>
  (isEmpty(schema) || schema === "main") && (isEmpty(catalog) || catalog === "system");

function checkType(type: unknown, at: unknown): void {
  if (!isNode(type) || !allowedTypes.has(textOf(type.id)))
    throw new RefusedStatement("That type is not known here.", at);
  for (const inner of typesWithin(type.type_info)) checkType(inner, at);
}

function typesWithin(info: unknown): Node[] {
  if (Array.isArray(info)) return info.flatMap(typesWithin);
  if (!isNode(info)) return [];
  if ("id" in info && "type_info" in info) return [info];
  return Object.values(info).flatMap(typesWithin);
}
