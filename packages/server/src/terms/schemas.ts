import { z } from "@hono/zod-openapi";
import { slugParam } from "../datasets/schemas.ts";
import { PageQuery, pageOf, queryInt } from "../http/pages.ts";
import { Instant, id, orNull, time } from "../http/wire.ts";

const textCharsMax = 60_000;
const noteCharsMax = 500;

export const Acceptance = z
  .object({
    id: id("acc"),
    partner_id: id("par"),
    dataset: z.string().openapi({ example: "nse-kenya" }),
    version: z.int().openapi({ description: "Of the terms.", example: 2 }),
    sha256: z.string().openapi({ description: "Of the text that was accepted." }),
    accepted_by: z.enum(["partner", "operator"]).openapi({ description: "By a key of the partner, or for it." }),
    key_id: id("key"),
    lineage_id: id("lin"),
    note: z.string().nullable(),
    request_id: z.string(),
    accepted_at: time(),
  })
  .openapi("Acceptance", {
    description: "That a partner has accepted a version of a dataset's terms: who, when, and what.",
  });
export type Acceptance = z.infer<typeof Acceptance>;

export const Terms = z
  .object({
    dataset: z.string().openapi({ example: "nse-kenya" }),
    version: z.int().openapi({ example: 2 }),
    url: z.string().nullable().openapi({ description: "Where they are, if not here." }),
    sha256: z.string().openapi({ description: "Of the text in UTF-8, or of the document at the URL." }),
    required_from: time().openapi({ description: "From then on rows and exports are for those who have accepted." }),
    created_at: time(),
    acceptance: orNull(Acceptance).openapi({ description: "The asking partner's own; null for operators." }),
  })
  .openapi("Terms");
export type Terms = z.infer<typeof Terms>;

export const TermsDetail = Terms.extend({
  text: z.string().nullable().openapi({ description: "null where a URL says where they are." }),
}).openapi("TermsDetail");
export type TermsDetail = z.infer<typeof TermsDetail>;

export const NewTerms = z
  .strictObject({
    text: z.string().trim().min(1).max(textCharsMax).optional().openapi({ example: "1. You may …" }),
    url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional()
      .openapi({ example: "https://vendor.example/terms-2.pdf" }),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits in lower case")
      .optional()
      .openapi({ description: "Of the document at the URL; with a URL only." }),
    required_from: Instant.optional().openapi({ description: "When it is not now." }),
  })
  .refine(({ text, url }) => (text === undefined) !== (url === undefined), {
    path: ["text"],
    message: "give the text or a url, not both",
  })
  .refine(({ url, sha256 }) => (url === undefined) === (sha256 === undefined), {
    path: ["sha256"],
    message: "is given with a url, so that what is accepted is known wherever it lies, and only then",
  })
  .openapi("NewTerms");
export type NewTerms = z.infer<typeof NewTerms>;

export const NewAcceptance = z
  .strictObject({
    partner_id: z.string().max(100).optional().openapi({ description: "For operators: who has accepted." }),
    note: z
      .string()
      .trim()
      .min(1)
      .max(noteCharsMax)
      .optional()
      .openapi({ description: "How; operators must say it.", example: "Signed on paper on 3 March 2026, file 118" }),
  })
  .openapi("NewAcceptance");
export type NewAcceptance = z.infer<typeof NewAcceptance>;

export const TermsQuery = z.strictObject(PageQuery);
export type TermsQuery = z.infer<typeof TermsQuery>;
export const TermsPage = pageOf(Terms, "TermsPage");

export const AcceptanceQuery = z.strictObject({ ...PageQuery, partner_id: z.string().max(100).optional() });
export type AcceptanceQuery = z.infer<typeof AcceptanceQuery>;
export const AcceptancePage = pageOf(Acceptance, "AcceptancePage");

export const TermsParam = z.object({
  slug: slugParam,
  version: queryInt(1, 999_999_999).openapi({
    param: { name: "version", in: "path" },
    type: "integer",
    minimum: 1,
    example: 2,
  }),
});
