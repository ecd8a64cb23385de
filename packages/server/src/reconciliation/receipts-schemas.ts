import { z } from "@hono/zod-openapi";
import { id, time } from "../http/wire.ts";

const receiptsMax = 4_000;
const text = (prefix: Parameters<typeof id>[0]) => id(prefix).max(100);
const count = z.int().min(0);

export const ReceiptsQuestion = z
  .strictObject({
    receipts: z
      .array(
        z.strictObject({
          receipt: text("use"),
          partner_id: text("par"),
          key_id: text("key"),
          rows: count,
          bytes: count,
          repeat: z.literal(true).optional().openapi({
            description: "Of a retry that got the first call's receipt: only its partner is compared.",
          }),
        }),
      )
      .max(receiptsMax),
    between: z
      .strictObject({
        after: z
          .string()
          .max(100)
          .openapi({ description: "Not with this receipt.", example: "use_01jcz3q8v4k2m6n8p0r2t4w6x8" }),
        to: z
          .string()
          .max(100)
          .openapi({ description: "Up to and with this one.", example: "use_01jcz3q8v4k2m6n8p0r2t4w6x9" }),
      })
      .optional()
      .openapi({ description: "Asks in the other direction as well: which answers in between have no receipt here?" }),
  })
  .openapi("ReceiptsQuestion");
export type ReceiptsQuestion = z.infer<typeof ReceiptsQuestion>;

export const ReceiptsAnswer = z
  .object({
    reached: z.string().nullable().openapi({
      description:
        "With `between`: how far it got. Receipts beyond are not compared: ask again with those, `after` this one.",
    }),
    matched: z.int(),
    missing: z.array(id("use")).openapi({ description: "Receipts without a usage event." }),
    differing: z.array(z.object({ receipt: id("use"), figure: z.string(), stated: z.string(), stored: z.string() })),
    archived: z.int().openapi({ description: "Receipts of months whose events are in the lake: not compared." }),
    unlisted: z
      .array(
        z.object({
          receipt: id("use"),
          partner_id: id("par"),
          operation: z.string(),
          at: time(),
          reversed: z.boolean().openapi({ description: "It was taken back, as what never left." }),
        }),
      )
      .openapi({ description: "Metered answers without a receipt here. Exports are no answers." }),
  })
  .openapi("ReceiptsAnswer");
export type ReceiptsAnswer = z.infer<typeof ReceiptsAnswer>;
