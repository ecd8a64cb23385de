import { z } from "@hono/zod-openapi";

/** What files of rows are written in, as both directions of the API name it. */
export const FileFormat = z.enum(["csv", "ndjson", "parquet"]).openapi("FileFormat");
export const FileCompression = z.enum(["none", "gzip", "zstd"]).openapi("FileCompression");
