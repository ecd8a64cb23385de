type Value = string | number | boolean | null | undefined;

/** Lines of RFC 4180 as the server writes them: null is nothing at all, and an empty text has quotes. */
export function csvLines(names: readonly string[], rows: readonly Readonly<Record<string, Value>>[]): string {
  return rows.map((row) => `${names.map((name) => csvCell(row[name])).join(",")}\n`).join("");
}

function csvCell(value: Value): string {
  if (value === null || value === undefined) return "";
  const text = String(value);
  return text === "" || text.startsWith("#") || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
