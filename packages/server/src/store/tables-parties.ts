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
      spendingLimit: c.count("spending_limit"),
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
      lastUsedAt: c.time("last_used_at"),
      lastUsedFrom: c.text("last_used_from"),
    },
    (t) => [
      c.uniqueIndex("keys_hash_unique").on(t.hash),
      c.index("keys_lineage").on(t.lineageId),
      c.index("keys_partner").on(t.partnerId, t.id),
    ],
  );

  return { partners, lineages, keys };
}
