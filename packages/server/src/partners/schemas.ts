import { z } from "@hono/zod-openapi";
import { TierName } from "../datasets/licenses-schemas.ts";
import { tierNames } from "../datasets/tiers.ts";
import { PageQuery, pageOf } from "../http/pages.ts";
import { Currency, id, Money, orNull, time } from "../http/wire.ts";
import { Allowlist, NewAllowlist } from "../keys/schemas.ts";
import { isTimeZone } from "../time-zones.ts";
import { planNames } from "./plans.ts";

const PartnerStatus = z.enum(["pending", "active", "suspended"]).openapi("PartnerStatus");

const SelfService = z
  .object({
    subscriptions: z.enum(["none", "cancel", "change"]).openapi({
      description:
        "`cancel`: it may end them; `change`: also subscribe, change tier and billing, and withdraw what is pending.",
    }),
    tiers: z.array(TierName).nullable().openapi({ description: "Only these tiers; null for all." }),
  })
  .openapi("SelfService", { description: "What the partner's own keys with `subscriptions:write` may do." });

const NewSelfService = z
  .strictObject({
    subscriptions: SelfService.shape.subscriptions,
    tiers: z.array(TierName).min(1).max(tierNames.length).nullable().default(null),
  })
  .openapi("NewSelfService");

export const Partner = z
  .object({
    id: id("par"),
    company: z.string().openapi({ example: "Baobab Capital" }),
    email: z.string().openapi({ example: "data@baobab.example" }),
    industry: z.string().nullable().openapi({ example: "asset management" }),
    country: z.string().nullable().openapi({ example: "ZAF", description: "ISO 3166-1 alpha-3." }),
    plan: z.enum(planNames),
    status: PartnerStatus,
    billing_currency: z.string().openapi({ example: "ZAR" }),
    time_zone: z.string().openapi({
      example: "Africa/Johannesburg",
      description: "Days, months and billing periods begin at midnight here.",
    }),
    time_zone_next: z
      .object({ time_zone: z.string(), at: time() })
      .nullable()
      .openapi({ description: "The time zone from the next month on, where another is ordered." }),
    monthly_spending_limit: orNull(Money).openapi({
      description: "Metered spending in a calendar month stops here; null for no limit.",
    }),
    allowlist: z
      .array(z.string())
      .nullable()
      .openapi({
        description: "Where all its keys may be used from, besides what each allows itself; null for everywhere.",
        example: ["196.25.1.0/24"],
      }),
    self_service: SelfService,
    created_at: time(),
    updated_at: time(),
  })
  .openapi("Partner");
export type Partner = z.infer<typeof Partner>;

const fields = {
  company: z.string().trim().min(1).max(200).openapi({ example: "Baobab Capital" }),
  email: z
    .email()
    .max(254)
    .transform((email) => email.toLowerCase())
    .openapi({ type: "string", format: "email", example: "data@baobab.example" }),
  industry: z.string().trim().min(1).max(100).openapi({ example: "asset management" }),
  country: z
    .string()
    .regex(/^[A-Z]{3}$/, "an ISO 3166-1 alpha-3 code such as ZAF")
    .openapi({ example: "ZAF" }),
  plan: z.enum(planNames),
  billing_currency: Currency,
  time_zone: z
    .string()
    .refine(isTimeZone, "an IANA time zone such as Africa/Johannesburg")
    .openapi({ example: "Africa/Johannesburg" }),
  monthly_spending_limit: z
    .int()
    .min(0)
    .max(1e15)
    .openapi({ description: "Minor units of the billing currency.", example: 5_000_000 }),
};

export const NewPartner = z
  .strictObject({
    company: fields.company,
    email: fields.email,
    industry: fields.industry.optional(),
    country: fields.country.optional(),
    plan: fields.plan.default("free"),
    billing_currency: fields.billing_currency.default("ZAR"),
    time_zone: fields.time_zone.default("Africa/Johannesburg"),
    monthly_spending_limit: fields.monthly_spending_limit.optional(),
    allowlist: Allowlist.optional(),
    self_service: NewSelfService.optional(),
  })
  .openapi("NewPartner");
export type NewPartner = z.infer<typeof NewPartner>;

export const PartnerChanges = z
  .strictObject({
    company: fields.company.optional(),
    email: fields.email.optional(),
    industry: fields.industry.nullable().optional(),
    country: fields.country.nullable().optional(),
    plan: fields.plan.optional(),
    time_zone: fields.time_zone.optional(),
    monthly_spending_limit: fields.monthly_spending_limit.nullable().optional(),
    allowlist: NewAllowlist.optional(),
    self_service: NewSelfService.optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, "give at least one field to change")
  .openapi("PartnerChanges");
export type PartnerChanges = z.infer<typeof PartnerChanges>;

export const PartnerQuery = z.strictObject({
  ...PageQuery,
  status: PartnerStatus.optional(),
  plan: z.enum(planNames).optional(),
  email: z.string().max(254).optional().openapi({ description: "Exactly this address, in any case." }),
  onboarded: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .optional()
    .openapi({ type: "boolean", description: "Whether every step of the onboarding is done." }),
});
export type PartnerQuery = z.infer<typeof PartnerQuery>;

export const PartnerPage = pageOf(Partner, "PartnerPage");
