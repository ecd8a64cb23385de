import type { Definition } from "../datasets/definition.ts";
import { quoteName } from "./duckdb.ts";
import { typeOf } from "./query-conditions.ts";

/** What writes CSV puts a text between quotes for: these characters, or that it would be read as missing or as a comment. */
const quoted = `^#|[",\\n\\r]`;

/** SQL for the bytes of all rows of a selection of texts, with what divides and ends them. */
export function textBytes(format: "csv" | "ndjson", definition: Definition, columns: readonly string[]): string {
  const lineEnds = "count(*)";
  if (format === "ndjson") return `${lineEnds} + coalesce(sum(strlen(COLUMNS(*))), 0)`;
  const cells = columns.map((name) => {
    const cell = quoteName(name);
    const plain = `strlen(${cell})`;
    const inQuotes = `${plain} + 2 + strlen(${cell}) - strlen(replace(${cell}, '"', ''))`;
    const isText = typeOf(definition, name).kind === "string";
    const bytes = isText
      ? `CASE WHEN ${cell} = '' OR regexp_matches(${cell}, '${quoted}') THEN ${inQuotes} ELSE ${plain} END`
      : plain;
    return `coalesce(sum(${bytes}), 0)`;
  });
  return [`${lineEnds} * ${columns.length}`, ...cells].join(" + ");
}

const pieceBytes = 1_048_576;

/** What packers may add to bytes that cannot be packed, as zlib and zstd state it, and the frame of each file and piece. */
export function packedAtMost(compression: "gzip" | "zstd", bytes: number, files: number): number {
  if (compression === "zstd") return bytes + Math.ceil(bytes / 256) + 512 * files;
  const pieces = Math.ceil(bytes / pieceBytes) + files;
  return bytes + Math.ceil(bytes / 2_048) + 64 * pieces;
}
