import type { Columns } from "./columns.postgres.ts";

/** Partners, and who may act for them or for the operator. */
export function defineParties(c: Columns) {
  const partners = c.table(
    "partners",
    {
      id: c.text("id").primaryKey(),
      company: c.text("company").notNull(),
      email: c.text("email").notNull(),
      industry: c.text("industry"),
      country: c.text("country"),
      plan: c.text("plan").notNull(),
      status: c.text("status").notNull(),
      billingCurrency: c.text("billing_currency").notNull(),
      timeZone: c.text("time_zone").notNull(),
      // In force from `timeZoneChangesAt` on, which begins a month.
      timeZoneNext: c.text("time_zone_next"),
      timeZoneChangesAt: c.time("time_zone_changes_at"),
      spendingLimit: c.count("spending_limit"),
      allowlist: c.json("allowlist").$type<string[]>(),
      // What its own keys may do with subscriptions, and under which tiers; none and all where nothing is said.
      selfService: c.text("self_service"),
      selfServiceTiers: c.json("self_service_tiers").$type<string[]>(),
      createdAt: c.time("created_at").notNull(),
      updatedAt: c.time("updated_at").notNull(),
    },
    (t) => [c.uniqueIndex("partners_email_unique").on(t.email)],
  );

  // A lineage without a partner is an operator's.
  const lineages = c.table(
    "lineages",
    {
      id: c.text("id").primaryKey(),
      partnerId: c.text("partner_id").references(() => partners.id),
      name: c.text("name").notNull(),
      mode: c.text("mode").notNull(),
      scopes: c.json("scopes").$type<string[]>().notNull(),
      allowlist: c.json("allowlist").$type<string[]>(),
      capPerMinute: c.count("cap_per_minute"),
      capPerDay: c.count("cap_per_day"),
      capPerMonth: c.count("cap_per_month"),
      createdAt: c.time("created_at").notNull(),
    },
    (t) => [c.index("lineages_partner").on(t.partnerId)],
  );

  const keys = c.table(
    "keys",
    {
      id: c.text("id").primaryKey(),
      lineageId: c
        .text("lineage_id")
        .notNull()
        .references(() => lineages.id),
      partnerId: c.text("partner_id").references(() => partners.id),
      hash: c.text("hash").notNull(),
      pepperId: c.text("pepper_id").notNull(),
      start: c.text("start").notNull(),
      last4: c.text("last4").notNull(),
      replacedBy: c.text("replaced_by"),
      createdAt: c.time("created_at").notNull(),
      expiresAt: c.time("expires_at"),
      retiresAt: c.time("retires_at"),
      revokedAt: c.time("revoked_at"),
      firstUsedAt: c.time("first_used_at"),
      lastUsedAt: c.time("last_used_at"),
      lastUsedFrom: c.text("last_used_from"),
    },
    (t) => [
      c.uniqueIndex("keys_hash_unique").on(t.hash),
      c.index("keys_lineage").on(t.lineageId),
      c.index("keys_partner").on(t.partnerId, t.id),
    ],
  );

  // Steps that no fact proves: somebody says they are done.
  const onboardingSteps = c.table(
    "onboarding_steps",
    {
      partnerId: c
        .text("partner_id")
        .notNull()
        .references(() => partners.id),
      step: c.text("step").notNull(),
      doneAt: c.time("done_at").notNull(),
      by: c.text("by").notNull(),
      note: c.text("note").notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.partnerId, t.step] })],
  );

  return { partners, lineages, keys, onboardingSteps };
}
