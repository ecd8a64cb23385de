import type { ChangesPage } from "@wizdata/sdk";
import { type Columns, table, type View } from "../output/view.ts";

type Summary = NonNullable<ChangesPage["summary"]>;
type Counts = Pick<Summary, "added" | "changed" | "removed" | "expired">;

const columns: Columns<Counts & { partition: string }> = {
  partition: ({ partition }) => partition,
  added: ({ added }) => added,
  changed: ({ changed }) => changed,
  removed: ({ removed }) => removed,
  expired: ({ expired }) => expired,
};

/** How many rows changed: each partition that has changes, then all together. */
export function summaryView({ partitions, parts, ...all }: Summary): View {
  const notes = [`${parts.shared} files are the same in both versions; ${parts.compared} were compared.`];
  return table([...partitions, { ...all, partition: "in all" }], columns, notes);
}
