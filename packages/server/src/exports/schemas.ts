import { z } from "@hono/zod-openapi";
import { DatasetSource } from "../datasets/schemas.ts";
import { PageQuery, pageOf, queryInt } from "../http/pages.ts";
import { id, orNull, time } from "../http/wire.ts";
import { FileCompression } from "../lake/file-schemas.ts";
import { asOf, Order, queryFields } from "../lake/grammar-schemas.ts";

const waitSecondsMax = 30;

export const ExportStatus = z
  .enum(["queued", "running", "ready", "failed", "canceled", "expired"])
  .openapi("ExportStatus", { description: "`ready`, `failed` and `canceled` end the job; `ready` becomes `expired`." });
export type ExportStatus = z.infer<typeof ExportStatus>;

export const ExportFormat = z
  .enum(["csv", "ndjson", "parquet"])
  .openapi("ExportFormat", { description: "A value has the same text in each, which is that of the pages." });
export type ExportFormat = z.infer<typeof ExportFormat>;

const bytesPerFileMin = 65_536;
const rowsPerFile = z.int().min(1).max(1_000_000_000).openapi({
  description: "Files of at most so many rows, in the order of the rows.",
  example: 1_000_000,
});
const bytesPerFile = z.int().min(bytesPerFileMin).max(1_099_511_627_776).openapi({
  description: "Files of at most so many bytes before they are packed; of Parquet about so many.",
  example: 100_000_000,
});

const SplitPeriod = z.enum(["year", "month", "day"]);

/** What is ordered, but for its format. */
export const orderFields = {
  dataset: z.string().max(100).openapi({ example: "nse-kenya" }),
  compression: FileCompression.optional().openapi({
    description: "`zstd` for Parquet, whose inside it is that is packed, and `none` for text unless said otherwise.",
  }),
  rows_per_file: rowsPerFile.optional(),
  bytes_per_file: bytesPerFile.optional(),
  formula_safe: z.boolean().optional().openapi({
    description:
      "Whether a text in CSV that a spreadsheet would run as a formula gets an apostrophe before it. It does unless said otherwise; columns of other types are never touched.",
  }),
  split_by: z.string().max(200).optional().openapi({
    description:
      "A file for each value of this column, one of the key or the time. There may be 1000, and each is named by its value.",
    example: "code",
  }),
  split_period: SplitPeriod.optional().openapi({
    description: "Of a date or timestamp that splits: the time that a file is of.",
  }),
  ...queryFields,
  as_of: asOf,
};

export const NewExport = z
  .strictObject({
    ...orderFields,
    format: ExportFormat,
    max_rows: z.int().min(0).optional().openapi({
      description: "Refuse it, before anything is reserved, if it has more rows: they are counted first.",
      example: 1_000_000,
    }),
  })
  .openapi("NewExport");
export type NewExport = z.infer<typeof NewExport>;

/** A query as it was understood: each value in the one text of its type. */
export const ExportedQuery = z
  .object({
    filters: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    columns: z.array(z.string()).optional(),
    order: Order,
  })
  .openapi("ExportedQuery");

/** What was ordered, as the export and its manifest tell it. */
const ordered = {
  dataset: z.string().openapi({ example: "nse-kenya" }),
  version: z.int().openapi({ example: 7 }),
  format: ExportFormat,
  compression: FileCompression,
  rows_per_file: rowsPerFile.nullable(),
  bytes_per_file: bytesPerFile.nullable(),
  split_by: z.string().nullable().openapi({ description: "The column whose values decide which rows are in a file." }),
  split_period: SplitPeriod.nullable(),
  formula_safe: z
    .boolean()
    .openapi({ description: "Whether texts that a spreadsheet would run as formulas were defused." }),
  first_rows: z
    .int()
    .nullable()
    .openapi({ description: "Ordered with a test key: the most rows of the version it was made of; never billed." }),
  query: ExportedQuery,
};

export const Export = z
  .object({
    id: id("exp"),
    partner_id: id("par"),
    ...ordered,
    status: ExportStatus,
    progress: z.object({
      rows_done: z.int(),
      rows_total: z.int().openapi({ description: "At most so many before the end; then exactly." }),
    }),
    rows: z.int().nullable().openapi({ description: "Rows in all files, once ready." }),
    bytes: z.int().nullable().openapi({ description: "Bytes of all files, once ready." }),
    units: z.int().openapi({
      description: "Quota units: reserved while unfinished, used once ready, 0 when it failed or was canceled.",
    }),
    error: z.string().nullable().openapi({ description: "Why it failed, in a sentence." }),
    created_at: time(),
    started_at: time().nullable(),
    ready_at: time().nullable(),
    ended_at: time().nullable(),
    expires_at: time()
      .nullable()
      .openapi({ description: "Until then its files can be downloaded, as often as wanted, at no cost." }),
    receipt: id("use").nullable().openapi({ description: "The usage event that charged it, once ready." }),
  })
  .openapi("Export");
export type Export = z.infer<typeof Export>;

export const ExportPage = pageOf(Export, "ExportPage");

export const ExportQuery = z.strictObject({
  ...PageQuery,
  status: ExportStatus.optional(),
  dataset: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/, "the slug of a dataset")
    .optional(),
  partner_id: z
    .string()
    .regex(/^[a-z0-9_]{1,100}$/, "the id of a partner")
    .optional()
    .openapi({ description: "For operators, who see the exports of all partners." }),
});
export type ExportQuery = z.infer<typeof ExportQuery>;

export const WaitQuery = z.strictObject({
  wait_seconds: queryInt(0, waitSecondsMax).default(0).openapi({
    type: "integer",
    minimum: 0,
    maximum: waitSecondsMax,
    default: 0,
    description: "How long the answer may wait for the status to change. It comes at once when the job has ended.",
  }),
});

export const ManifestColumn = z
  .object({
    name: z.string().openapi({ example: "day_price" }),
    type: z.string().openapi({ example: "number" }),
    unit: z.string().optional(),
    description: z.string().optional(),
    nullable: z.boolean(),
  })
  .openapi("ManifestColumn");
export type ManifestColumn = z.infer<typeof ManifestColumn>;

export const Manifest = z
  .object({
    export_id: id("exp"),
    ...ordered,
    created_at: time(),
    rows: z.int(),
    bytes: z.int(),
    files: z
      .array(
        z.object({
          name: z.string().openapi({ example: "nse-kenya-v7.csv" }),
          bytes: z.int(),
          rows: z.int(),
          sha256: z.string().openapi({ description: "Of the file's bytes, in hexadecimal digits." }),
          value: z
            .string()
            .optional()
            .openapi({ description: "What its rows share, where the values of a column split them." }),
        }),
      )
      .openapi({ description: "In the order in which their rows follow each other." }),
    schema: z
      .array(ManifestColumn)
      .nullable()
      .openapi({ description: "The columns of the files, in their order; null of exports that were never signed." }),
    attribution: orNull(DatasetSource).openapi({
      description:
        "Where the data comes from and what whoever shows it has to say; null of exports that were never signed.",
    }),
    made_at: time().nullable(),
    signed: z.string().nullable().openapi({
      description:
        "The text that was signed: JSON with all of the members here but this and `signature`. Trust what it says, not what is beside it. Null of exports that were made before manifests were signed.",
    }),
    signature: z.string().nullable().openapi({
      description: "Ed25519 over the UTF-8 bytes of `signed`, in base64url.",
    }),
    key_id: z.string().nullable().openapi({
      description: "The key that signed, one of `/.well-known/wizdata-keys.json`.",
      example: "sig_0001",
    }),
  })
  .openapi("Manifest");
export type Manifest = z.infer<typeof Manifest>;

const IdOfExport = z
  .string()
  .max(100)
  .openapi({ param: { name: "id", in: "path" }, example: "exp_01jcz3q8v4k2m6n8p0r2t4w6x8" });
export const FileParams = z.object({
  id: IdOfExport,
  name: z
    .string()
    .max(300)
    .openapi({
      param: { name: "name", in: "path" },
      example: "nse-kenya-v7.csv",
      description: "As the manifest has it.",
    }),
});

const tag = '"sha256-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"';
export const FileHeaders = z.object({
  range: z.string().optional().openapi({
    description: "One range of bytes: `bytes=0-1023`, `bytes=1024-`, `bytes=-16`.",
    example: "bytes=1024-",
  }),
  "if-range": z
    .string()
    .optional()
    .openapi({ description: "The strong ETag of what the caller has of the file.", example: tag }),
  "if-match": z.string().optional().openapi({ example: tag }),
  "if-none-match": z.string().optional().openapi({ example: tag }),
});
