import { z } from "@hono/zod-openapi";
import { PageQuery, pageOf, queryInt } from "../http/pages.ts";
import { time } from "../http/wire.ts";
import { publishModes } from "../lake/publish-mode.ts";
import { partsMax, Sha256 } from "../uploads/schemas.ts";
import { Contract } from "./contract-schemas.ts";
import { BelowFloor } from "./floors-schemas.ts";
import { slugParam } from "./schemas.ts";

const noteCharsMax = 500;

/** One line about what a version brings. */
export const VersionNote = z
  .string()
  .trim()
  .min(1)
  .max(noteCharsMax)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, "one line of text")
  .openapi({ description: "What the version brings, in a line.", example: "Adds the fourth quarter of 2025" });

const versionStates = ["published", "held", "rejected", "retracted", "removed"] as const;
/** How a version came about. */
const versionModes = [...publishModes, "rollback"] as const;

export const Version = z
  .object({
    dataset: z.string().openapi({ example: "nse-kenya" }),
    number: z.int().openapi({ example: 3 }),
    state: z.enum(versionStates).openapi({
      description:
        "`held` waits for an operator and is seen by operators only, as is what was `rejected`; `retracted` and `removed` ones are not read any more.",
    }),
    mode: z.enum(versionModes).openapi({ description: "How it was made.", example: "replace" }),
    base: z.int().nullable().openapi({
      description: "The version it was made from: the current one of then, or the one it went back to.",
    }),
    rows: z.int(),
    bytes: z.int().openapi({ description: "Of its parts." }),
    source_bytes: z.int().openapi({ description: "Of the file that was uploaded." }),
    source_sha256: z.string().openapi({ description: "Of the file that was uploaded, as it was sent." }),
    time_min: z
      .string()
      .nullable()
      .openapi({ description: "The first value of the time column.", example: "2007-01-02" }),
    time_max: z
      .string()
      .nullable()
      .openapi({ description: "The last value of the time column.", example: "2024-12-31" }),
    changes: z.object({ added: z.int(), changed: z.int(), removed: z.int() }).nullable().openapi({
      description:
        "How many rows are not as in its base; null for a first version, where rows have no key, where the columns cannot be compared, and where a replaced version is so large that they were not counted.",
    }),
    note: z.string().nullable().openapi({ description: "What it brings, as the operator says it." }),
    created_at: time(),
    published_at: time().nullable().openapi({
      description: "When it became the current one, which is what `as_of` goes by; null of what never did.",
    }),
    ended_at: time().nullable().openapi({ description: "When it was retracted, removed or rejected." }),
    end_reason: z.string().nullable().openapi({ description: "Why, as the operator says it." }),
  })
  .openapi("Version");
export type Version = z.infer<typeof Version>;

const Report = z
  .object({
    source_rows: z.int().openapi({ description: "Of the file." }),
    rows: z.int().openapi({ description: "Of the version." }),
    repeated_rows: z.int().openapi({ description: "Rows of the file that the rule for repeated keys left out." }),
    repeated_keys: z
      .array(z.record(z.string(), z.unknown()))
      .openapi({ description: "The keys of the first 100 of them.", example: [{ code: "SCOM", date: "2017-05-09" }] }),
    cells: z.int(),
    non_null_cells: z.int(),
    unknown_keys: z
      .int()
      .nullable()
      .openapi({ description: "Rows of a delete whose key no row had; null for the other modes." }),
    failed_checks: z
      .int()
      .openapi({ description: "Values outside a declared check that the dataset does not enforce." }),
    invalid_cells: z.int().nullable().openapi({
      description: "Cells with a value that fails a check or more; null for versions published before it was counted.",
    }),
    expected_pairs: z.int().nullable().openapi({
      description:
        "Pairs of a key and a period of the cadence between the key's first and last; null where none are expected.",
    }),
    present_pairs: z.int().nullable().openapi({ description: "Those of them that have a row." }),
  })
  .openapi("VersionReport");

export const VersionDetail = Version.extend({
  parts: z.int().openapi({ description: "How many files it is made of." }),
  report: Report,
}).openapi("VersionDetail");
export type VersionDetail = z.infer<typeof VersionDetail>;

export const Publication = VersionDetail.extend({
  held: z.array(BelowFloor).openapi({
    description: "The floors of the dataset that it is below, so that it is not the current one yet; empty else.",
  }),
  unchanged: z
    .boolean()
    .openapi({ description: "Whether the upload had the rows of the current version, which is then the answer." }),
}).openapi("Publication");
export type Publication = z.infer<typeof Publication>;

export const VersionQuery = z.strictObject(PageQuery);
export type VersionQuery = z.infer<typeof VersionQuery>;
export const VersionPage = pageOf(Version, "VersionPage");

export const VersionParam = z.object({
  slug: slugParam,
  number: queryInt(1, 999_999_999).openapi({
    param: { name: "number", in: "path" },
    type: "integer",
    minimum: 1,
    example: 3,
  }),
});

export const PublishQuery = z.strictObject({
  mode: z.enum(publishModes).default("replace").openapi({
    description:
      "`replace`: the file has all rows of the new version. `append`: it has rows that are added, none of whose keys is there yet. `upsert`: its rows take the place of those with their keys, others are added. `delete`: it has the key columns, others are ignored, and the rows with these keys go. Upsert and delete need a dataset with a key.",
  }),
  note: VersionNote.optional(),
  contract: Contract.optional().openapi({
    description: "How far this publish may change the columns, where that is less than the dataset's own contract.",
  }),
});

export const PublishUpload = z
  .strictObject({
    upload: z.string().max(100).openapi({
      description: "An upload whose parts have all been received.",
      example: "upl_01jcz3q8v4k2m6n8p0r2t4w6x8",
    }),
    parts: z.array(Sha256).min(1).max(partsMax).optional().openapi({
      description: "The SHA-256 of each part, in their order: another part, or one more or less, is refused.",
    }),
    sha256: Sha256.optional(),
  })
  .openapi("PublishUpload");
export type PublishUpload = z.infer<typeof PublishUpload>;

export const VersionChanges = z
  .strictObject({ note: VersionNote.nullable().openapi({ description: "null takes it away." }) })
  .openapi("VersionChanges");
export type VersionChanges = z.infer<typeof VersionChanges>;
