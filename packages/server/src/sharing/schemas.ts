import { z } from "@hono/zod-openapi";
import { queryInt } from "../http/pages.ts";
import { invalidRequest } from "../http/problem.ts";

// What is not known here is passed over: the protocol grows, and its clients say more than a server need understand.

const int32Max = 2 ** 31 - 1;
const versionMax = Number.MAX_SAFE_INTEGER;

/** `2022-01-01T00:00:00Z`, or as the protocol's first edition has it: `2022-1-1 00:00:00`, which is UTC here. */
const momentForm = /^(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(Z|[+-]\d{2}:\d{2})?$/;

const Moment = z.string().transform((text, context): Date => {
  const [, year, month = "", day = "", clock, zone = "Z"] = momentForm.exec(text) ?? [];
  const at = new Date(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}T${clock}${zone}`);
  if (!Number.isNaN(at.getTime())) return at;
  context.addIssue({ code: "custom", message: "is not a timestamp like 2022-01-01T00:00:00Z" });
  return z.NEVER;
});

const VersionText = queryInt(0, 999_999_999_999_999);

export const ListQuery = z.object({
  maxResults: queryInt(0, int32Max).optional(),
  // An empty token is what some clients make of none.
  pageToken: z
    .string()
    .max(2_000)
    .optional()
    .transform((token) => (token === "" ? undefined : token)),
});
export type ListQuery = z.infer<typeof ListQuery>;

export const VersionQuery = z.object({ startingTimestamp: Moment.optional() });
export type VersionQuery = z.infer<typeof VersionQuery>;

const Version = z.int().min(0).max(versionMax);

export const QueryBody = z
  .object({
    predicateHints: z.array(z.string()).max(1_000).nullish(),
    jsonPredicateHints: z.string().nullish(),
    limitHint: z.int().min(0).max(int32Max).nullish(),
    version: Version.nullish(),
    timestamp: Moment.nullish(),
    startingVersion: Version.nullish(),
    endingVersion: Version.nullish(),
  })
  .refine(
    ({ version, timestamp, startingVersion }) =>
      [version, timestamp, startingVersion].filter((given) => given !== undefined && given !== null).length <= 1,
    { path: ["version"], message: "name one of version, timestamp and startingVersion" },
  );
export type QueryBody = z.infer<typeof QueryBody>;

export const ChangesQuery = z
  .object({
    startingVersion: VersionText.optional(),
    startingTimestamp: Moment.optional(),
    endingVersion: VersionText.optional(),
    endingTimestamp: Moment.optional(),
    includeHistoricalMetadata: z
      .string()
      .optional()
      .transform((text) => text?.toLowerCase() === "true"),
  })
  .refine((query) => (query.startingVersion === undefined) !== (query.startingTimestamp === undefined), {
    path: ["startingVersion"],
    message: "name one of startingVersion and startingTimestamp",
  })
  .refine((query) => query.endingVersion === undefined || query.endingTimestamp === undefined, {
    path: ["endingVersion"],
    message: "name one of endingVersion and endingTimestamp",
  });
export type ChangesQuery = z.infer<typeof ChangesQuery>;

export function parse<Schema extends z.ZodType>(schema: Schema, given: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw invalidRequest(parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message })));
}
