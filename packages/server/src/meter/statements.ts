/** An insert that adds to the row that is there already, in the parts that both databases share. */
export type Adding = {
  table: string;
  into: string;
  onConflict: string;
  columns: { field: string; name: string; type: string }[];
  /** The fields that are added up; all others name the row. */
  sums: string[];
};
/** A select, and the fields its columns stand for, in order. */
export type Reading = { text: string; fields: string[] };

/** A row of columns as the object of fields that the select asked for. */
export function asFields<T>({ fields }: Reading, row: readonly unknown[]): T {
  return Object.fromEntries(fields.map((field, at) => [field, row[at]])) as T; // the select's own fields, checked where it is written
}
