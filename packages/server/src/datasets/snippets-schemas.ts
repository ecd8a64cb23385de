import { z } from "@hono/zod-openapi";

const Snippet = z
  .object({
    language: z.enum(["curl", "typescript", "cli"]),
    task: z.enum(["query", "export"]),
    code: z.string().openapi({ description: "It takes the key from the environment variable WIZDATA_API_KEY." }),
  })
  .openapi("Snippet");
export type Snippet = z.infer<typeof Snippet>;

const Endpoint = z
  .object({
    summary: z.string().openapi({ example: "Query rows" }),
    method: z.enum(["GET", "POST"]),
    url: z.string().openapi({ example: "https://data.vendor.example/api/v1/data/nse-kenya" }),
  })
  .openapi("DatasetEndpoint");
export type Endpoint = z.infer<typeof Endpoint>;

export const Snippets = z
  .object({
    dataset: z.string().openapi({ example: "nse-kenya" }),
    version: z.int().openapi({ description: "The version that the example's values are from." }),
    endpoints: z.array(Endpoint),
    snippets: z.array(Snippet),
  })
  .openapi("DatasetSnippets");
export type Snippets = z.infer<typeof Snippets>;
