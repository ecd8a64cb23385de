import type { Definition } from "../datasets/definition.ts";
import type { RowChanges } from "../store/tables-catalog.ts";
import type { Part, PublishReport } from "./lake.ts";

export type { RowChanges };

/** What a file is to its dataset: all rows of the next version, or changes to those of the version before. */
export const publishModes = ["replace", "append", "upsert", "delete"] as const;
export type PublishMode = (typeof publishModes)[number];

/** The version that a publish starts from. */
export type PublishBase = { number: number; definition: Definition; parts: Part[]; report: PublishReport };

/** A publish that goes on from a version. */
export type ChangeRequest<Request> = Request & { base: PublishBase; mode: Exclude<PublishMode, "replace"> };

/** The dataset, or the version before, allows no such change, whatever the file has in it. */
export class ImpossibleMode extends Error {
  override readonly name = "ImpossibleMode";
}

/** A delete reads nothing of its file but the key of each row, and may name one twice. */
export function definitionOfFile(mode: PublishMode, definition: Definition): Definition {
  if (mode !== "delete") return definition;
  return {
    ...definition,
    columns: definition.columns.filter(({ name }) => definition.key.includes(name)),
    time: null,
    partition: "none",
    relations: [],
    enforce: "types",
    repeated_key: "keep_first",
  };
}

/** Why a dataset takes no publish of this mode; null where it does. */
export function impossibility(mode: PublishMode, { key }: Definition, base: PublishBase | null): string | null {
  if (mode === "delete" && !base) return "There is no version yet that rows could be deleted from.";
  if (key.length > 0 || mode === "replace" || mode === "append") return null;
  return `The dataset has no key, so no row can be told from another: ${mode} is not possible. Publish the whole with mode=replace, or add rows with mode=append.`;
}
