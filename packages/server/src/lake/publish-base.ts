import { isDeepStrictEqual } from "node:util";
import type { Column, Definition } from "../datasets/definition.ts";
import { type Duckdb, quoteName } from "./duckdb.ts";
import { filesSql } from "./publish-compare.ts";
import { basePart, baseRow, type Found } from "./publish-found.ts";
import { ImpossibleMode, type PublishBase, type PublishMode } from "./publish-mode.ts";
import { filePlace, findRowFaults, loadRows, rawName } from "./publish-rows.ts";
import { parseColumnType, valueTextSql } from "./value-text.ts";

/** All that decides how rows are kept, and which are refused. */
function rulesOf({ columns, key, time, partition, relations, enforce }: Definition) {
  const isChecked = enforce === "checks";
  const rulesOfColumn = ({ name, type, nullable, minimum, maximum, values, pattern }: Column) => ({
    name,
    type,
    nullable,
    ...(isChecked ? { minimum, maximum, values, pattern } : {}),
  });
  return { columns: columns.map(rulesOfColumn), key, time, partition, ...(isChecked ? { relations } : {}) };
}

/** Whether parts of a version under one definition are parts of a version under the other. */
export const hasSameRules = (one: Definition, other: Definition) => isDeepStrictEqual(rulesOf(one), rulesOf(other));

const loaded = '"base rows"';

/** The base's rows as `findRows` takes them, once they are in the table `base rows`. */
export const loadedBase = `SELECT 0 AS ${basePart}, ${filePlace} AS ${baseRow}, * FROM ${loaded}`;

/**
 * Reads the rows of the base as those of the present definition: a column that is new is null, one that is no more is left out, and a
 * type that changed takes the values it can.
 *
 * @throws ImpossibleMode where a row of the base is none of the present definition
 */
export async function loadBase(
  db: Duckdb,
  mode: PublishMode,
  definition: Definition,
  base: PublishBase,
  files: readonly string[],
): Promise<void> {
  const before = new Map(base.definition.columns.map(({ name, type }) => [name, parseColumnType(type)]));
  const texts = definition.columns.map(({ name }) => {
    const type = before.get(name);
    // Finer than any part may be: what is not needed of it is left out when parts are written.
    const text = type ? valueTextSql(type, quoteName(name), 6) : "CAST(NULL AS VARCHAR)";
    return `${text} AS ${rawName(name)}`;
  });
  const textsSql = `SELECT row_number() OVER () AS ${filePlace}, ${texts.join(", ")} FROM ${filesSql(files)}`;
  const { faultyRows } = await loadRows(db, definition, textsSql, "base rows");
  if (faultyRows > 0) {
    const { faults } = await findRowFaults(db, definition, textsSql);
    const [first] = faults;
    const example = first ? `, such as one whose ${first.column} ${first.reason}` : "";
    throw impossible(mode, base, `${faultyRows} of its rows do not fit the definition of now${example}`);
  }
  const names = definition.key.map(quoteName).join(", ");
  const [repeated] =
    names === "" ? [] : await db.rows(`SELECT 1 FROM ${loaded} GROUP BY ${names} HAVING count(*) > 1 LIMIT 1`);
  if (repeated) throw impossible(mode, base, `its rows are not told apart by ${definition.key.join(", ")}`);
}

const impossible = (mode: PublishMode, { number }: PublishBase, why: string) =>
  new ImpossibleMode(
    `Version ${number} cannot be gone on from with mode=${mode}: ${why}. Publish the whole with mode=replace.`,
  );

/** Makes `rows` the whole: what the base keeps, before what the file brings. */
export async function joinBase(db: Duckdb, mode: PublishMode, definition: Definition, found: Found): Promise<void> {
  const { columns, key } = definition;
  // Rows without identity that are all there already come no second time.
  if (key.length === 0 && found.same === found.rows) await db.connection.run("DELETE FROM rows");
  const names = [...columns.map(({ name }) => quoteName(name)), '"is faulty"'].join(", ");
  const kept = `SELECT ${filePlace} - (SELECT count(*) + 1 FROM ${loaded}) AS ${filePlace}, ${names} FROM ${loaded}
    WHERE ${filePlace} NOT IN (SELECT ${baseRow} FROM found)`;
  if (mode === "delete") await db.connection.run(`CREATE OR REPLACE TABLE rows AS ${kept}`);
  else await db.connection.run(`INSERT INTO rows BY NAME ${kept}`);
  await db.connection.run(`DROP TABLE ${loaded}`);
}
