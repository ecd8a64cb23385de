import { isDeepStrictEqual } from "node:util";
import type { Column, Definition } from "./definition.ts";

/** Whether rows are made alike under both: what is only said of columns, their descriptions and units, makes no new version. */
export const isSameShape = (one: Definition | undefined, other: Definition): boolean =>
  one !== undefined && isDeepStrictEqual(wordless(one), wordless(other));

const wordless = (definition: Definition): Definition => ({
  ...definition,
  columns: definition.columns.map(({ unit: _unit, description: _description, ...column }) => column),
});

/** The columns of a version with what is said of them now, where they are the same columns still. */
export function describedBy(definition: Definition, now: Definition): Definition {
  const said = new Map(now.columns.map((column) => [column.name, column]));
  const columns = definition.columns.map((column): Column => {
    const current = said.get(column.name);
    if (current?.type !== column.type) return column;
    const { unit: _unit, description: _description, ...rest } = column;
    return {
      ...rest,
      ...(current.unit !== undefined && { unit: current.unit }),
      ...(current.description !== undefined && { description: current.description }),
    };
  });
  return { ...definition, columns };
}
