import { z } from "@hono/zod-openapi";

/** From the narrowest to the widest. */
export const contractNames = ["frozen", "additive", "evolving"] as const;

export const Contract = z.enum(contractNames).openapi("SchemaContract", {
  description:
    "How far a publish may change the columns of the current version: `frozen` not at all, `additive` by new columns, `evolving` as it likes.",
});
export type Contract = z.infer<typeof Contract>;

export const ContractChange = z.object({
  of: z.enum(["column", "key", "time"]),
  name: z.string(),
  change: z.enum(["added", "removed", "changed"]),
  before: z
    .string()
    .nullable()
    .openapi({ description: "The type, or the columns of the key.", example: "number or null" }),
  after: z.string().nullable(),
});
export type ContractChange = z.infer<typeof ContractChange>;

/** The first of them, and how many there are. */
export const BrokenSubscriptions = z.object({
  total: z.int(),
  first: z.array(z.object({ id: z.string(), partner_id: z.string(), tier: z.string() })),
});
export type BrokenSubscriptions = z.infer<typeof BrokenSubscriptions>;

export const BrokenExports = z.object({
  total: z.int(),
  first: z.array(z.object({ id: z.string(), partner_id: z.string(), status: z.string() })),
});
export type BrokenExports = z.infer<typeof BrokenExports>;
