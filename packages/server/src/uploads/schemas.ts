import { z } from "@hono/zod-openapi";
import { PageQuery, pageOf, queryInt } from "../http/pages.ts";
import { id, time } from "../http/wire.ts";
import { FileCompression, FileFormat } from "../lake/file-schemas.ts";

export const partsMax = 1_000;
const bytesMax = 2 ** 50;

export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits in lower case")
  .openapi({ description: "SHA-256 in hexadecimal digits.", example: "0".repeat(64) });

const UploadStatus = z
  .enum(["open", "published"])
  .openapi("UploadStatus", { description: "`open` takes parts; a published one does not any more." });

export const NewUpload = z
  .strictObject({
    dataset: z
      .string()
      .max(100)
      .openapi({ description: "The dataset whose next version it is to be.", example: "nse-kenya" }),
    name: z.string().min(1).max(200).optional().openapi({
      description: "The file's name, whose end says what it is.",
      example: "nse-kenya-daily.csv.gz",
    }),
    format: FileFormat.optional().openapi({ description: "Else the name says it, or the first bytes." }),
    compression: FileCompression.optional().openapi({ description: "Else the name says it, or the first bytes." }),
    bytes: z.int().min(1).max(bytesMax).optional().openapi({
      description: "Of the whole file, where it is known: a file of another length is not published.",
      example: 2_700_000,
    }),
    sha256: Sha256.optional().openapi({
      description: "Of the whole file, where it is known: another is not published.",
    }),
  })
  .openapi("NewUpload");
export type NewUpload = z.infer<typeof NewUpload>;

export const Upload = z
  .object({
    id: id("upl"),
    dataset: z.string().openapi({ example: "nse-kenya" }),
    name: z.string().nullable(),
    format: z.union([FileFormat, z.null()]),
    compression: z.union([FileCompression, z.null()]),
    bytes: z.int().nullable().openapi({ description: "Of the whole file, as it was promised." }),
    sha256: z.string().nullable().openapi({ description: "Of the whole file, as it was promised." }),
    status: UploadStatus,
    parts_received: z.int(),
    bytes_received: z.int(),
    part_bytes_max: z.int().openapi({ description: "What a part may have." }),
    parts_max: z.int(),
    version: z.int().nullable().openapi({ description: "The version it was published as." }),
    created_at: time(),
    expires_at: time().openapi({ description: "When it is removed, unless a part comes before." }),
  })
  .openapi("FileUpload");
export type Upload = z.infer<typeof Upload>;

export const UploadPart = z
  .object({
    number: z.int().openapi({ example: 1 }),
    bytes: z.int(),
    sha256: z.string(),
    received_at: time(),
  })
  .openapi("UploadPart");
export type UploadPart = z.infer<typeof UploadPart>;

export const UploadDetail = Upload.extend({
  parts: z.array(UploadPart).openapi({ description: "What was received, by number: what is not here has to be sent." }),
}).openapi("FileUploadDetail");
export type UploadDetail = z.infer<typeof UploadDetail>;

export const UploadPage = pageOf(Upload, "FileUploadPage");

export const UploadQuery = z.strictObject({
  ...PageQuery,
  dataset: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/, "the slug of a dataset")
    .optional(),
  status: UploadStatus.optional(),
});
export type UploadQuery = z.infer<typeof UploadQuery>;

export const PartParams = z.object({
  id: z
    .string()
    .max(100)
    .openapi({ param: { name: "id", in: "path" }, example: "upl_01jcz3q8v4k2m6n8p0r2t4w6x8" }),
  number: queryInt(1, partsMax).openapi({
    param: { name: "number", in: "path" },
    type: "integer",
    minimum: 1,
    maximum: partsMax,
    example: 1,
    description: "The place of the part in the file.",
  }),
});
