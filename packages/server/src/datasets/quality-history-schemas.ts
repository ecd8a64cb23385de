import { z } from "@hono/zod-openapi";
import { pageOf } from "../http/pages.ts";
import { orNull, time } from "../http/wire.ts";
import { Version } from "./versions-schemas.ts";

const score = z.number().nullable();
const { state, rows, time_min, time_max } = Version.shape;

const QualityDrift = z
  .object({
    against: z.int().openapi({ description: "The published version before.", example: 2 }),
    rows: z.int().openapi({ description: "How many more it has; negative where it has fewer." }),
    rows_share: z
      .number()
      .nullable()
      .openapi({ description: "The same as a share of what there was.", example: -0.02 }),
    empty_share: z.number().nullable().openapi({ description: "By how much the share of empty cells grew." }),
    time_min_before: z.string().nullable(),
    time_max_before: z.string().nullable(),
  })
  .openapi("QualityDrift");
export type QualityDrift = z.infer<typeof QualityDrift>;

const QualityOfVersion = z
  .object({
    version: z.int().openapi({ example: 3 }),
    state,
    published_at: time().nullable(),
    rows,
    time_min,
    time_max,
    overall: score,
    validity: score,
    uniqueness: score,
    completeness: score,
    timeliness: score.openapi({ description: "At the moment it became current, or was made." }),
    empty_share: z.number().nullable().openapi({ description: "The share of its cells that have no value." }),
    drift: orNull(QualityDrift).openapi({ description: "Against the published version before; null of the first." }),
  })
  .openapi("QualityOfVersion");
export type QualityOfVersion = z.infer<typeof QualityOfVersion>;

export const QualityHistory = pageOf(QualityOfVersion, "QualityHistory");
