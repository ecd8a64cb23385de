import type { connect } from "../store/connection.ts";
import type { Memory } from "./memory.ts";
import type { Adding } from "./statements.ts";

type Connection = ReturnType<typeof connect>;
type Row = Readonly<Record<string, unknown>>;
type Add = (rows: readonly Row[]) => void;

/** Each statement costs something beside its rows. */
const rowsAtOnce = 16;

/** Adds rows of one kind to their table. */
export function adder(connection: Connection, memory: Memory, adding: Adding): Add {
  const { into, onConflict, columns } = adding;
  if (adding.sums.length > 0) return summing(connection, memory, adding);
  const fields = columns.map(({ field }) => field);
  const insert = (rows: number) =>
    connection.prepare<unknown[]>(`${into} values ${Array(rows).fill(placesOf(adding)).join(", ")} ${onConflict}`);
  const one = insert(1);
  const several = insert(rowsAtOnce);
  const values: unknown[] = [];
  const runWith = (statement: typeof one, rows: readonly Row[], from: number, to: number) => {
    values.length = 0;
    for (let at = from; at < to; at++) for (const field of fields) values.push(storable(rows[at]?.[field]));
    statement.run(values);
  };
  return (rows) => {
    let at = 0;
    for (; at + rowsAtOnce <= rows.length; at += rowsAtOnce) runWith(several, rows, at, at + rowsAtOnce);
    for (; at < rows.length; at++) runWith(one, rows, at, at + 1);
  };
}

const placesOf = ({ columns }: Adding) => `(${columns.map(() => "?").join(", ")})`;

/**
 * Adds to the row that is there. Where that row is known its figures are changed in place, which takes half as long as to give
 * and compare all the texts that name it.
 */
function summing(connection: Connection, memory: Memory, adding: Adding): Add {
  const { table, into, onConflict, columns, sums } = adding;
  const rowIds = memory.map<number>();
  const sumFields = columns.filter(({ field }) => sums.includes(field));
  const keyFields = columns.map(({ field }) => field).filter((field) => !sums.includes(field));
  const insert = connection
    .prepare<unknown[], number>(`${into} values ${placesOf(adding)} ${onConflict} returning rowid`)
    .pluck();
  const changes = sumFields.map(({ name }) => `${name} = ${name} + ?`).join(", ");
  const change = connection.prepare<unknown[]>(`update ${table} set ${changes} where rowid = ?`);
  const valuesOf = picker(columns.map(({ field }) => field));
  const sumsOf = picker(sumFields.map(({ field }) => field));
  const addOne = (row: Row) => {
    let key = "";
    for (const field of keyFields) key += `${row[field]}\n`;
    const rowId = rowIds.get(key);
    if (rowId === undefined) {
      const added = insert.get(valuesOf(row));
      if (added !== undefined) rowIds.set(key, added);
    } else if (change.run(sumsOf(row), rowId).changes !== 1) throw new Error(`A row of ${table} is not where it was.`);
  };
  return (rows) => rows.forEach(addOne);
}

/** The values of some fields, always in the same array. */
function picker(fields: readonly string[]): (row: Row) => unknown[] {
  const values: unknown[] = [];
  return (row) => {
    for (let at = 0; at < fields.length; at++) values[at] = storable(row[fields[at] ?? ""]);
    return values;
  };
}

/** The database keeps JSON as text. */
const storable = (value: unknown) => (typeof value === "object" && value !== null ? JSON.stringify(value) : value);
