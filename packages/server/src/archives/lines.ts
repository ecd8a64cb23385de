import type { ArchiveColumn } from "../lake/lake.ts";
import { getTableColumns } from "../store/drizzle.ts";
import type { Db } from "../store/store.ts";

export type EventRow = Db["t"]["usageEvents"]["$inferSelect"];

/** Every column that a usage event has, from the one definition of the table: what is added to it is archived too. */
export function archiveColumns({ t }: Db): ArchiveColumn[] {
  return Object.values(getTableColumns(t.usageEvents)).map(({ name, dataType }) => ({
    name,
    type: dataType === "number" ? "count" : dataType === "date" ? "time" : "text",
  }));
}

/** An event as an archive takes it. */
export function toLine({ t }: Db, row: EventRow): string {
  const values: Record<string, unknown> = row;
  const fields = Object.entries(getTableColumns(t.usageEvents)).map(([field, { name }]) => {
    const value = values[field];
    return [name, value instanceof Date ? value.getTime() : value];
  });
  return JSON.stringify(Object.fromEntries(fields));
}

/** An event as it was before it was archived. */
export function fromLine({ t }: Db, line: string): EventRow {
  const values: Record<string, unknown> = JSON.parse(line);
  const fields = Object.entries(getTableColumns(t.usageEvents)).map(([field, { name, dataType }]) => {
    const value = values[name];
    return [field, dataType === "date" ? new Date(Number(value)) : value];
  });
  // Only toLine writes these, and the file's bytes are those that its hash names.
  return Object.fromEntries(fields) as EventRow;
}
