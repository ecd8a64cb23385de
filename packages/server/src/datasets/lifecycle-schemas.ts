import { z } from "@hono/zod-openapi";
import { Instant, time } from "../http/wire.ts";
import { stateNames } from "./states.ts";

export const DatasetState = z.enum(stateNames).openapi("DatasetState", {
  description:
    "`draft` until the first version: partners do not see it. `deprecated`: served as ever, with an announced end and no new subscriptions. `retired`: no rows and no new exports; its entry stays for partners that had it.",
});

const noteCharsMax = 500;
const Note = z
  .string()
  .trim()
  .min(1)
  .max(noteCharsMax)
  .openapi({ description: "Why, and what to do, for people.", example: "The exchange changes its codes in 2027." });
const Successor = z
  .string()
  .max(63)
  .openapi({ description: "The published dataset that takes its place.", example: "nse-kenya-2" });

export const Deprecation = z
  .object({
    deprecated_at: time(),
    sunset_at: time().nullable().openapi({ description: "The announced end, not before which it is retired." }),
    retired_at: time().nullable(),
    successor: z.string().nullable().openapi({ example: "nse-kenya-2" }),
    note: z.string().nullable(),
  })
  .openapi("DatasetDeprecation", { description: "What is announced of a dataset's end." });
export type Deprecation = z.infer<typeof Deprecation>;

export const NewDeprecation = z
  .strictObject({
    sunset_at: Instant.optional().openapi({ description: "When it will end; in the future." }),
    successor: Successor.optional(),
    note: Note.optional(),
  })
  .openapi("NewDeprecation");
export type NewDeprecation = z.infer<typeof NewDeprecation>;

export const Retirement = z
  .strictObject({
    successor: Successor.optional(),
    note: Note.optional(),
    early: z.boolean().default(false).openapi({ description: "Also before the end that was announced." }),
  })
  .openapi("Retirement");
export type Retirement = z.infer<typeof Retirement>;
