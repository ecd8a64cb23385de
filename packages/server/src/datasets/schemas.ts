import { z } from "@hono/zod-openapi";

export const DatasetSource = z.strictObject({
  name: z.string().min(1).max(200).openapi({ example: "Gapminder, World Bank" }),
  url: z.url().max(500).optional(),
  licence: z.string().min(1).max(100).openapi({ example: "CC BY 4.0" }),
  attribution: z.string().min(1).max(2_000),
}).openapi("DatasetSource");
export type DatasetSource = z.infer<typeof DatasetSource>;
