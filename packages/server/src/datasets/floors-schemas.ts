import { z } from "@hono/zod-openapi";

export const floorNames = ["overall", "completeness", "validity", "uniqueness", "timeliness"] as const;

const floor = z.number().min(0).max(100).optional();

export const Floors = z
  .strictObject({ overall: floor, completeness: floor, validity: floor, uniqueness: floor, timeliness: floor })
  .openapi("QualityFloors", {
    description:
      "Scores from 0 to 100. A publish below one of them makes a version that is held: it becomes current only when an operator releases it.",
  });

export const BelowFloor = z
  .object({ measure: z.enum(floorNames), score: z.number(), floor: z.number() })
  .openapi("BelowFloor");
export type BelowFloor = z.infer<typeof BelowFloor>;
