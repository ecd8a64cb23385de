import { hash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Column, Definition } from "../datasets/definition.ts";
import { type ChangesWanted, type Part, type State, StatesIncomparable } from "./lake.ts";

/** The first column of a change set. No column of a dataset can be called so. */
export const changeColumn = "_change";

/** What a set is made of, and how, is in its name: another form of it is another set. */
const setForm = 1;

/** The columns of a change set: those of the later state, after what became of the row. */
export function changesDefinition({ since, to }: Pick<ChangesWanted, "since" | "to">): Definition {
  const { definition } = to;
  refuseIncomparable(since.definition, definition);
  // Where rows were ordered by another column, not every one of them has a time.
  const time = since.definition.time === definition.time ? definition.time : null;
  const isGiven = (name: string) => name === time || definition.key.includes(name);
  const changes: Column = { name: changeColumn, type: "string", nullable: false };
  const columns = definition.columns.map(({ name, type }): Column => ({ name, type, nullable: !isGiven(name) }));
  return { ...definition, columns: [changes, ...columns], time, partition: "none", relations: [], enforce: "types" };
}

function refuseIncomparable(since: Definition, to: Definition): void {
  if (!isDeepStrictEqual(since.key.toSorted(), to.key.toSorted()))
    throw new StatesIncomparable("rows are identified by other columns");
  const types = new Map(since.columns.map(({ name, type }) => [name, type]));
  for (const { name, type } of to.columns) {
    const before = types.get(name) ?? type;
    if (before !== type) throw new StatesIncomparable(`${name} is ${type} and was ${before}`);
  }
}

/** The parts that only one of two states has: a key that is in a part of both can be in no other part of either. */
export function differingParts(since: State, to: State): { since: Part[]; to: Part[]; shared: number } {
  const sinceNames = new Set(since.parts.map(nameOf));
  const toNames = new Set(to.parts.map(nameOf));
  return {
    since: since.parts.filter((part) => !toNames.has(nameOf(part))),
    to: to.parts.filter((part) => !sinceNames.has(nameOf(part))),
    shared: to.parts.filter((part) => sinceNames.has(nameOf(part))).length,
  };
}

/** A part of which only the first rows are seen is not the part. */
const nameOf = ({ sha256, rows, isCut }: Part) => (isCut ? `${sha256} ${rows}` : sha256);

/** The same for everybody who sees the same: a set is found once, whoever asks. */
export function changeSetId({ since, to, window }: ChangesWanted): string {
  const of = ({ definition: { columns, key, time }, parts }: State) => [
    columns.map(({ name, type }) => [name, type]),
    key,
    time,
    // Each row is counted in the partition of its part.
    parts.map((part) => [nameOf(part), part.partition]),
  ];
  return hash("sha256", JSON.stringify([setForm, of(since), of(to), window]), "hex");
}
