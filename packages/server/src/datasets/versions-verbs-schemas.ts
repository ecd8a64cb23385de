import { z } from "@hono/zod-openapi";
import { VersionDetail, VersionNote } from "./versions-schemas.ts";

export const Rollback = z.strictObject({ note: VersionNote.optional() }).openapi("Rollback");
export type Rollback = z.infer<typeof Rollback>;

const Reason = VersionNote.openapi({
  description: "Why, in a line. Whoever asks for the version is told.",
  example: "Prices of March are in the wrong currency",
});

export const Release = z.strictObject({ note: VersionNote.optional() }).openapi("VersionRelease");
export type Release = z.infer<typeof Release>;

export const Rejection = z.strictObject({ reason: VersionNote.optional() }).openapi("VersionRejection");
export type Rejection = z.infer<typeof Rejection>;

export const WantedRetraction = z
  .strictObject({
    reason: Reason,
    restore: z.int().min(1).optional().openapi({
      description: "The version to go back to: for the current version, which cannot be withdrawn without another.",
      example: 2,
    }),
  })
  .openapi("WantedRetraction");
export type WantedRetraction = z.infer<typeof WantedRetraction>;

export const Retraction = VersionDetail.extend({
  replaced_by: z.int().nullable().openapi({
    description: "The new current version, where the current one was withdrawn.",
    example: 4,
  }),
}).openapi("Retraction");
export type Retraction = z.infer<typeof Retraction>;
