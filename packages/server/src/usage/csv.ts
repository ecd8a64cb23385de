import type { UsageReport, UsageRow } from "./schemas.ts";

const groupFields = {
  day: ["day"],
  month: ["month"],
  dataset: ["dataset"],
  key: ["key_id", "lineage_id", "key_name"],
  operation: ["operation"],
  status: ["status"],
} as const satisfies Record<UsageReport["by"], readonly (keyof UsageRow)[]>;

/** The rows of a report as RFC 4180, each with the figures that JSON has. */
export function toCsv({ by, data }: UsageReport): string {
  const groups = groupFields[by];
  const lines = data.map((row) => [
    ...groups.map((field) => cell(row[field] ?? "")),
    row.calls,
    row.rows,
    row.bytes,
    row.units,
    row.amount.amount,
    row.amount.currency,
    row.amount_millis,
  ]);
  const header = [...groups, "calls", "rows", "bytes", "units", "amount", "currency", "amount_millis"];
  return [header, ...lines].map((line) => `${line.join(",")}\r\n`).join("");
}

/** A name that begins like a formula would be one in a spreadsheet. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\0＝]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
