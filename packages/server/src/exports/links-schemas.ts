import { z } from "@hono/zod-openapi";
import { id, time } from "../http/wire.ts";

const lifeSecondsDefault = 15 * 60;
const lifeSecondsMax = 24 * 3_600;

export const NewLinks = z
  .strictObject({
    expires_in_seconds: z.int().min(1).max(lifeSecondsMax).default(lifeSecondsDefault).openapi({
      description: "How long the links work: up to 24 hours, and no longer than the export.",
      example: lifeSecondsDefault,
    }),
  })
  .openapi("NewLinks");
export type NewLinks = z.infer<typeof NewLinks>;

export const Links = z
  .object({
    export_id: id("exp"),
    expires_at: time(),
    files: z
      .array(
        z.object({
          name: z.string().openapi({ example: "nse-kenya-v7.csv" }),
          bytes: z.int(),
          sha256: z.string().openapi({ description: "Of the file's bytes, in hexadecimal digits." }),
          url: z.url().openapi({
            description: "Opens the file without a key, whole or by ranges. Treat it as a secret.",
            example: "https://data.example.com/links/wz_link_…/nse-kenya-v7.csv",
          }),
        }),
      )
      .openapi({ description: "In the order of the manifest." }),
  })
  .openapi("Links");
export type Links = z.infer<typeof Links>;
