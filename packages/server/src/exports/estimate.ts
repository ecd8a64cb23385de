import { explainSearch } from "../data/too-broad.ts";
import { type Call, ownPartner } from "../http/call.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import { toQueryBody } from "../lake/grammar-body.ts";
import { type Estimated, type FileFormat, tooManyFiles } from "../lake/lake.ts";
import type { Services } from "../services.ts";
import type { Access } from "../subscriptions/access.ts";
import { limited } from "../subscriptions/limited.ts";
import { readWanted, type Wanted } from "./create.ts";
import type { Estimate, NewEstimate } from "./estimate-schemas.ts";
import type { NewExport } from "./schemas.ts";

/** What an export or, without a format, the pages of a query would come to. It takes a slot of the minute, and nothing else. */
export function createEstimate(services: Services, call: Call, input: NewEstimate): Promise<Estimate> {
  const operation = input.format === undefined ? "query" : "export";
  return limited(services, call, input.dataset, operation, async (access) => {
    const { wanted, rowsFormat } = await readEstimated(services, call, access, input);
    const found = await measure(services, call, input.dataset, { ...wanted, format: rowsFormat });
    return {
      dataset: input.dataset,
      version: wanted.version,
      format: input.format ?? null,
      query: toQueryBody(wanted.query),
      rows: found.rows,
      bytes: toFigure(found.bytes),
      // Pages are no files.
      files: input.format === undefined ? null : toFigure(found.files),
    };
  });
}

async function readEstimated(services: Services, call: Call, access: Access, input: NewEstimate) {
  // Pages have their rows as NDJSON has them.
  const rowsFormat: FileFormat = input.format ?? "ndjson";
  return { wanted: await readWanted(services, call, access, { ...input, format: rowsFormat }), rowsFormat };
}

const toFigure = ({ value, exact, atMost }: Estimated["bytes"]) => ({ value, exact, at_most: atMost });

async function measure(
  { lake }: Services,
  call: Call,
  dataset: string,
  { definition, parts, query, format, shape }: Omit<Wanted, "format"> & { format: FileFormat },
): Promise<Estimated> {
  const asker = { owner: ownPartner(call), signal: () => new AbortController().signal };
  try {
    return await lake.estimate({ definition, parts, query, format, shape }, asker);
  } catch (error) {
    if (error instanceof Error && error.message === tooManyFiles)
      throw invalidRequest([
        { path: "split_by", message: `has so many values that ${tooManyFiles}: filter it, or split by longer periods` },
      ]);
    throw explainSearch(error, dataset, query);
  }
}

/** Throws, before anything is reserved, where there would be too many rows or files. They are counted only where it is not plain. */
export async function refuseBeyond(services: Services, call: Call, wanted: Wanted, input: NewExport): Promise<void> {
  const { max_rows: rowsMax } = input;
  const isPlainlyFew = rowsMax === undefined || wanted.rowsTotal <= rowsMax;
  if (isPlainlyFew && !wanted.shape.split) return;
  const { rows, bytes, files } = await measure(services, call, input.dataset, wanted);
  if (rowsMax === undefined || rows <= rowsMax) return;
  throw new Problem("too_many_rows", {
    detail: `It would have ${rows} rows, and max_rows is ${rowsMax}. Narrow it by key columns or a range of time, or allow for more. Nothing was reserved.`,
    extensions: { estimate: { rows, bytes: toFigure(bytes), files: toFigure(files) } },
  });
}
