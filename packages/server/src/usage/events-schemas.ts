import { z } from "@hono/zod-openapi";
import { PageQuery, pageOf, queryInt } from "../http/pages.ts";
import { Instant, id } from "../http/wire.ts";
import { operationNames } from "../meter/operations.ts";
import { PartnerId, UsageEvent } from "./schemas.ts";

const pageEventsMax = 1_000;
const reportedEventsMax = 1_000;
const countMax = 10 ** 12;
const unitsMax = 1_000_000;

export const UsageEventsQuery = z.strictObject({
  partner_id: PartnerId.optional(),
  key_id: z.string().max(100).optional(),
  dataset: z.string().max(100).optional(),
  from: Instant.optional().openapi({ description: "Answers made at this instant and later." }),
  to: Instant.optional().openapi({ description: "Answers made before this instant." }),
  limit: queryInt(1, pageEventsMax).default(100).openapi({
    type: "integer",
    minimum: 1,
    maximum: pageEventsMax,
    default: 100,
    description: "How many to answer with at most. A page may have fewer, or none, and still not be the last.",
  }),
  after: PageQuery.after,
});
export type UsageEventsQuery = z.infer<typeof UsageEventsQuery>;

export const UsageEventPage = pageOf(UsageEvent, "UsageEventPage");

const ReportedEvent = z
  .strictObject({
    source: z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, "1 to 64 of a-z, 0-9, ., _ and -")
      .openapi({ example: "edge-1", description: "What measured it." }),
    id: z
      .string()
      .regex(/^[!-~]{1,200}$/, "1 to 200 printable characters without spaces")
      .openapi({
        example: "2026-03-10T09:30:00Z/4711",
        description: "Its name there: within a partner and source it is counted once, for ever.",
      }),
    key_id: id("key").max(100).openapi({ description: "The partner's key that used it." }),
    dataset: z.string().max(100).openapi({ description: "The partner has a live subscription to it." }),
    operation: z.enum(operationNames),
    rows: z.int().min(0).max(countMax),
    bytes: z.int().min(0).max(countMax),
    units: z
      .int()
      .min(0)
      .max(unitsMax)
      .optional()
      .openapi({ description: "Default: what the operation takes of the dataset." }),
    occurred_at: Instant.optional().openapi({
      description: "Within the last 35 days; the day, hour and billing period it counts in. Default: now.",
    }),
  })
  .openapi("ReportedUsage");
export type ReportedEvent = z.infer<typeof ReportedEvent>;

export const NewReportedUsage = z
  .strictObject({ events: z.array(ReportedEvent).min(1).max(reportedEventsMax) })
  .openapi("NewReportedUsage");
export type NewReportedUsage = z.infer<typeof NewReportedUsage>;

export const ReportedUsageResult = z
  .object({
    data: z.array(
      z.object({
        source: z.string(),
        id: z.string(),
        receipt: id("use").openapi({ description: "The usage event that stands for it." }),
        stored: z.boolean().openapi({ description: "False where it had been reported before, with the same content." }),
      }),
    ),
  })
  .openapi("ReportedUsageResult", { description: "One entry an event, in the order of the request." });
export type ReportedUsageResult = z.infer<typeof ReportedUsageResult>;

export const NewReversal = z
  .strictObject({ reason: z.string().trim().min(3).max(500).openapi({ example: "Served from a faulty mirror" }) })
  .openapi("NewReversal");
export type NewReversal = z.infer<typeof NewReversal>;
