import type { ExportFile, Part } from "./lake.ts";
import { layoutOf } from "./page-layout.ts";
import { isPlaceOrder } from "./page-plan.ts";
import { cutOf, timeRanges } from "./page-time.ts";
import type { JobRequest } from "./worker-jobs.ts";

type Request = JobRequest<"export">;
type Planned = Pick<Request, "definition" | "parts" | "query" | "format" | "shape">;

/** The parts, in the order of their rows, that the query's range of time leaves. */
export function touchedParts({ definition, parts, query }: Planned): Part[] {
  const { parts: ordered, time } = layoutOf(definition, parts);
  if (!time) return ordered;
  const ranges = timeRanges(time, query);
  const touched = ordered.filter((part) => ranges.some((range) => cutOf(time, part, range)));
  // Where none is, any part still says which columns of which types an empty file has.
  return touched.length > 0 ? touched : ordered.slice(0, 1);
}

/** Every row and column as the parts have them: then the parts are the export. */
export function isWhole({ format, definition, parts, query, shape }: Planned): boolean {
  const narrowed = query.filters.length > 0 || query.from !== null || query.to !== null || query.columns !== null;
  const reordered = query.order.startsWith("-") || !isPlaceOrder(definition, query);
  const isCut = shape.rowsPerFile !== null || shape.bytesPerFile !== null || Boolean(shape.split);
  const isShaped = shape.compression !== "zstd" || isCut;
  const isAll = parts.length > 0 && !parts.some(({ isCut }) => isCut);
  return format === "parquet" && isAll && !narrowed && !reordered && !isShaped;
}

/** The parts themselves, as the files of an export of all there is. */
export function wholeFiles(request: Pick<Request, "dataset" | "version" | "definition" | "parts">): ExportFile[] {
  const { parts } = layoutOf(request.definition, request.parts);
  return parts.map(({ partition, sha256, bytes, rows }, at) => {
    // A partition may have several parts, and the first keeps the plain name.
    const earlier = parts.slice(0, at).filter((other) => other.partition === partition).length;
    const name = `${nameStem(request)}${partition === "all" ? "" : `-${partition}`}${earlier === 0 ? "" : `-${earlier + 1}`}.parquet`;
    return { name, bytes, rows, sha256 };
  });
}

/** Names of files are ours: a slug has letters, digits and dashes only. */
export function nameStem({ dataset, version }: Pick<Request, "dataset" | "version">): string {
  if (!/^[a-z0-9][a-z0-9-]{0,99}$/.test(dataset) || !Number.isSafeInteger(version))
    throw new Error("not a dataset's name and version");
  return `${dataset}-v${version}`;
}
