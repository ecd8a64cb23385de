import { z } from "@hono/zod-openapi";

const columnsMax = 200;
const valuesMax = 1_000;
const historyDaysMax = 36_500;
const delayHoursMax = 87_600;
const daySeconds = 86_400;

const keyColumnsMax = 8;
const name = z.string().max(63);

/** What a license lets its tier see, as an operator sets it. */
export const NewPolicy = z
  .strictObject({
    rows: z
      .record(
        name,
        z
          .array(z.union([z.string(), z.number(), z.boolean()]))
          .min(1)
          .max(valuesMax),
      )
      .refine((rows) => Object.keys(rows).length <= keyColumnsMax, `names more than ${keyColumnsMax} columns`)
      .default({})
      .openapi({
        description: "Only rows whose key columns have these values; any if it names none.",
        example: { code: ["SCOM", "KCB"] },
      }),
    columns: z
      .array(name)
      .min(1)
      .max(columnsMax)
      .nullable()
      .default(null)
      .openapi({
        description: "Only these columns; those of the key and of the time are always there. null for all.",
        example: ["day_price"],
      }),
    history_days: z.int().min(1).max(historyDaysMax).nullable().default(null).openapi({
      description: "How far back from now.",
      example: 365,
    }),
    delay_hours: z.int().min(1).max(delayHoursMax).nullable().default(null).openapi({
      description:
        "How long a row is kept back. Distances count to the hour that has begun, and are rounded down to the precision of the time column: a date or year that is not over by then is kept back whole.",
      example: 24,
    }),
    interval_seconds: z
      .int()
      .min(1)
      .max(daySeconds)
      .refine((seconds) => daySeconds % seconds === 0, "must divide the day, as 60, 900 and 3600 do")
      .nullable()
      .default(null)
      .openapi({
        description:
          "Only rows whose timestamp is a whole multiple of so many seconds after midnight UTC, each as it is: nothing is summed up.",
        example: null,
      }),
  })
  .openapi("NewPolicy");
export type NewPolicy = z.infer<typeof NewPolicy>;

export const Policy = z
  .object({
    rows: z.record(z.string(), z.array(z.string())).openapi({ example: { code: ["KCB", "SCOM"] } }),
    columns: z
      .array(z.string())
      .nullable()
      .openapi({ example: ["day_price"] }),
    history_days: z.int().nullable().openapi({ example: 365 }),
    delay_hours: z.int().nullable().openapi({ example: 24 }),
    interval_seconds: z.int().nullable().openapi({ example: null }),
  })
  .openapi("Policy", { description: "What a license lets its tier see of the dataset. null limits nothing." });
export type Policy = z.infer<typeof Policy>;

const edge = (description: string, example: string | null) => z.string().nullable().openapi({ description, example });

export const Sees = z
  .object({
    words: z.array(z.string()).openapi({ description: "The same in words.", example: ["all rows and columns"] }),
    columns: z
      .array(z.string())
      .openapi({ description: "The columns it sees.", example: ["date", "code", "day_price"] }),
    from: edge("The first time it sees now; null if it sees all that came before.", "2025-03-10"),
    to: edge("The time up to which it sees now, exclusive; null if it sees the newest.", "2026-03-09"),
  })
  .openapi("Sees", { description: "What the tier sees of the current columns at this hour." });
export type Sees = z.infer<typeof Sees>;
