/** A page ends where its rows have come to so many characters, whatever its limit: then a row may be long, and memory stays bounded. */
export const pageCharsMax = 4 << 20;

/** How many of the rows fit into what is left of a page; one always does. */
export function rowsFitting(rows: readonly string[], charsLeft: number): number {
  let chars = 0;
  for (const [at, row] of rows.entries()) {
    if (chars >= charsLeft) return at;
    chars += row.length;
  }
  return rows.length;
}

export const charsOf = (rows: readonly string[]): number => rows.reduce((chars, row) => chars + row.length, 0);
