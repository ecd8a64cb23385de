import { isDeepStrictEqual } from "node:util";
import type { Definition } from "../datasets/definition.ts";
import type { Duckdb } from "./duckdb.ts";
import type { Part } from "./lake.ts";
import { fileBytes } from "./parts-files.ts";
import { type PartMeta, readPartMeta } from "./parts-meta.ts";
import { lakePaths } from "./parts-paths.ts";
import { countChanges, haveSameRows } from "./publish-compare.ts";
import type { PublishBase, RowChanges } from "./publish-mode.ts";
import type { NewPart } from "./publish-parts.ts";

type Whole = { definition: Definition; meta: PartMeta; base: PublishBase | null; home: string };
/** The parts of the version, those of them that the lake may not have yet, and what they change. */
type Shared = { parts: Part[]; fresh: NewPart[]; changes: RowChanges | null };
/** A partition as it was written anew, and the parts that have its rows already. */
type Choice = { written: NewPart; kept: Part[] | null };

/**
 * Leaves the parts of the version before that have the same rows as what was written: found by hash, and where that differs by the
 * rows, since several parts may hold what is now written as one.
 */
export async function shareParts(db: Duckdb, whole: Whole, written: NewPart[]): Promise<Shared> {
  const { definition, base, home } = whole;
  const all = { parts: written.map(({ part }) => part), fresh: written, changes: null };
  const digits = base && (await comparableDigits(db, whole, base));
  if (!base || digits === null) return all;
  const paths = lakePaths(home);
  const before = Map.groupBy(base.parts, ({ partition }) => partition);
  const choices: Choice[] = [];
  for (const one of written) {
    const old = before.get(one.part.partition) ?? [];
    choices.push({ written: one, kept: (await hasRows(db, definition, one, old, paths.part)) ? old : null });
  }
  const names = new Set(written.map(({ part }) => part.partition));
  const isWhole = choices.every(({ kept }) => kept) && [...before.keys()].every((name) => names.has(name));
  if (isWhole) return { parts: base.parts, fresh: [], changes: noChanges(definition) };
  const filesOf = (parts: Part[]) => ({ files: parts.map(({ sha256 }) => paths.part(sha256)), rows: rowsOf(parts) });
  const differing = choices.filter(({ kept }) => !kept).map(({ written: one }) => one);
  const gone = [...before].filter(
    ([name]) => !choices.some(({ written: one, kept }) => kept && one.part.partition === name),
  );
  const after = { files: differing.map(({ file }) => file), rows: rowsOf(differing.map(({ part }) => part)) };
  const changes = await countChanges(db, definition, filesOf(gone.flatMap(([, parts]) => parts)), after);
  // All times of a version are written with the same digits.
  if (digits !== whole.meta.timestampDigits) return { ...all, changes };
  return {
    parts: choices.flatMap(({ written: one, kept }) => kept ?? [one.part]),
    fresh: differing,
    changes,
  };
}

const rowsOf = (parts: readonly Part[]) => parts.reduce((rows, part) => rows + part.rows, 0);
const noChanges = ({ key }: Definition) => (key.length === 0 ? null : { added: 0, changed: 0, removed: 0 });

/** The digits of the base's times; null where its rows cannot be held against those of the new version. */
async function comparableDigits(db: Duckdb, { meta, home }: Whole, base: PublishBase) {
  const [first] = base.parts;
  const file = first && lakePaths(home).part(first.sha256);
  if (!file || (await fileBytes(file)) === undefined) return null;
  const { timestampDigits, ...old } = await readPartMeta(db, file);
  return isDeepStrictEqual({ ...old, timestampDigits: meta.timestampDigits }, meta) ? timestampDigits : null;
}

/** What is damaged has no rows: it is written again. */
async function hasRows(
  db: Duckdb,
  definition: Definition,
  { part, file }: NewPart,
  old: Part[],
  fileOf: (sha256: string) => string,
): Promise<boolean> {
  const files = old.map(({ sha256 }) => fileOf(sha256));
  const bytes = await Promise.all(files.map(fileBytes));
  if (old.length === 0 || old.some((one, at) => one.bytes !== bytes[at]) || rowsOf(old) !== part.rows) return false;
  if (old.length === 1 && old[0]?.sha256 === part.sha256) return true;
  return haveSameRows(db, definition, [file], files);
}
