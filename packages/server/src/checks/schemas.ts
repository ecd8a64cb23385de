import { z } from "@hono/zod-openapi";
import { PageQuery, pageOf, queryInt } from "../http/pages.ts";
import { id, time } from "../http/wire.ts";

const waitSecondsMax = 30;

export const NewCheck = z
  .strictObject({
    quick: z.boolean().default(false).openapi({
      description:
        "Compare files by their length only. Else each is read and hashed, which takes as long as reading all data.",
    }),
  })
  .openapi("NewCheck");
export type NewCheck = z.infer<typeof NewCheck>;

const CheckedInvariant = z
  .object({
    name: z.string().openapi({ example: "event_rollups" }),
    promise: z.string().openapi({ description: "What holds, or should." }),
    status: z.enum(["passed", "failed", "unknown"]).openapi({ description: "`unknown`: it could not be looked at." }),
    findings_count: z.int().openapi({ description: "At most 10 000 are counted." }),
    findings: z
      .array(z.object({ subject: z.string(), problem: z.string() }))
      .openapi({ description: "The first 20 of them." }),
    repair: z.string().nullable().openapi({ description: "What to do about it." }),
    duration_ms: z.int(),
  })
  .openapi("CheckedInvariant");

export const Check = z
  .object({
    id: id("chk"),
    status: z.enum(["running", "passed", "failed", "broken"]).openapi({
      description: "`failed`: there are findings. `broken`: it was cut off, and says nothing.",
    }),
    quick: z.boolean(),
    findings_count: z.int(),
    invariants: z.array(CheckedInvariant),
    started_at: time(),
    ended_at: time().nullable(),
  })
  .openapi("Check");
export type Check = z.infer<typeof Check>;

export const CheckQuery = z.strictObject({ ...PageQuery });
export type CheckQuery = z.infer<typeof CheckQuery>;
export const CheckPage = pageOf(Check, "CheckPage");

export const CheckWait = z.strictObject({
  wait_seconds: queryInt(0, waitSecondsMax).default(0).openapi({
    type: "integer",
    minimum: 0,
    maximum: waitSecondsMax,
    default: 0,
    description: "How long the answer may wait for the check to end.",
  }),
});
