import type { Definition } from "../datasets/definition.ts";
import { Problem } from "../http/problem.ts";
import { wordsOf } from "../lake/grammar-words.ts";
import { type Cut, timeTextIn, timeTypeOf } from "./cut.ts";

/**
 * A cut in the words of a version, whose columns may be others than those the policy was made for. What cannot be decided there is
 * refused: a limit that has lost its column must not open what it kept back.
 */
export function fitCut({ name, definition }: { name: string; definition: Definition }, cut: Cut): Cut {
  const refused = (reason: string) =>
    new Problem("policy_unfit", {
      detail: `What this license shows of ${name} cannot be decided: ${reason}. Nothing of it is shown until the operator sets the policy anew.`,
    });
  const { columns } = wordsOf(definition);
  for (const { column, values } of cut.rows) {
    const rules = columns.get(column);
    if (!rules) throw refused(`its rows are chosen by the column ${column}, which is not there`);
    if (values.some((value) => rules.canonical(value) !== value))
      throw refused(`its rows are chosen by values that the column ${column} cannot have`);
  }
  const type = timeTypeOf(definition);
  if (type === undefined && (cut.from !== null || cut.to !== null))
    throw refused("it is limited in time, and there is no time column");
  if (type !== "timestamp" && cut.intervalSeconds !== null)
    throw refused("it is limited to an interval, and there is no column of timestamps");
  const edge = (text: string | null) => (text === null ? null : timeTextIn(type, text));
  return { ...cut, from: edge(cut.from), to: edge(cut.to) };
}

/** Columns that identify a row or say its time are always seen. */
export function visibleDefinition(definition: Definition, visible: readonly string[] | null): Definition {
  if (visible === null) return definition;
  const { key, time } = definition;
  const columns = definition.columns.filter(
    ({ name }) => visible.includes(name) || key.includes(name) || name === time,
  );
  if (columns.length === definition.columns.length) return definition;
  const names = new Set(columns.map(({ name }) => name));
  const relations = definition.relations.filter(({ left, right }) => names.has(left) && names.has(right));
  return { ...definition, columns, relations };
}
