import { rowsPerFileOf } from "./export-parquet.ts";
import type { Figure, Part } from "./lake.ts";
import type { JobRequest } from "./worker-jobs.ts";

type Known = {
  rows: number;
  /** Of the rows alone, before they are packed. */
  body: Figure;
  head: number;
  groups: number | undefined;
  request: JobRequest<"estimate">;
  parts: Part[];
};

const exactly = (value: number): Figure => ({ value, exact: true, atMost: value });
const filesOf = (rows: number, rowsPerFile: number) => Math.max(1, Math.ceil(rows / rowsPerFile));

/** No rows are a file too. */
export function estimateFiles({ rows, body, head, groups, request, parts }: Known): Figure {
  const { format, shape } = request;
  if (groups !== undefined) return exactly(Math.max(1, groups));
  if (format === "parquet") return exactly(filesOf(rows, rowsPerFileOf(request, parts) ?? Number.POSITIVE_INFINITY));
  const byRows = shape.rowsPerFile === null ? 1 : filesOf(rows, shape.rowsPerFile);
  if (shape.bytesPerFile === null) return exactly(byRows);
  const room = Math.max(1, shape.bytesPerFile - head);
  const value = Math.max(byRows, Math.ceil(body.value / room));
  if (body.atMost === null) return { value, exact: false, atMost: null };
  if (byRows === 1 && body.atMost <= room) return exactly(1);
  // A row that does not fit begins the next file: two that follow each other have more than fits into one.
  const atMost = Math.max(1, Math.min(rows, byRows + Math.floor((2 * body.atMost) / room)));
  return { value: Math.min(value, atMost), exact: atMost === 1, atMost };
}
