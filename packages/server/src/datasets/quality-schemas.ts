import { z } from "@hono/zod-openapi";
import { time } from "../http/wire.ts";
import { Cadence } from "./schemas.ts";

const measureNames = ["validity", "uniqueness", "completeness_cells", "completeness_periods", "timeliness"] as const;

const score = z.number().nullable().openapi({
  description: "From 0 to 1, cut after six decimals: only what is perfect is 1. null where it has no meaning.",
});

const Measure = z
  .object({
    name: z.enum(measureNames),
    score,
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    working: z.string().openapi({ description: "What was counted, or why nothing could be." }),
  })
  .openapi("QualityMeasure");
export type Measure = z.infer<typeof Measure>;

export const Quality = z
  .object({
    dataset: z.string().openapi({ example: "nse-kenya" }),
    version: z.int().openapi({ example: 3 }),
    cadence: Cadence,
    measured_at: time().openapi({
      description: "When timeliness was told; all else is of the version and never changes.",
    }),
    overall: z.object({ score, working: z.string() }),
    measures: z.array(Measure),
  })
  .openapi("Quality");
export type Quality = z.infer<typeof Quality>;
