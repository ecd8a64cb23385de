import type { Columns } from "./columns.postgres.ts";
import type { defineCatalog } from "./tables-catalog.ts";
import type { defineParties } from "./tables-parties.ts";

type Referred = ReturnType<typeof defineParties> & ReturnType<typeof defineCatalog>;

/** On what terms datasets are licensed, and who has accepted them. Neither is ever changed: a new version is a new row. */
export function defineTerms(c: Columns, { partners, datasets }: Referred) {
  const terms = c.table(
    "terms",
    {
      dataset: c
        .text("dataset")
        .notNull()
        .references(() => datasets.slug),
      version: c.count("version").notNull(),
      text: c.text("text"),
      url: c.text("url"),
      sha256: c.text("sha256").notNull(),
      requiredFrom: c.time("required_from").notNull(),
      createdAt: c.time("created_at").notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.dataset, t.version] })],
  );

  const acceptances = c.table(
    "acceptances",
    {
      id: c.text("id").primaryKey(),
      partnerId: c
        .text("partner_id")
        .notNull()
        .references(() => partners.id),
      dataset: c
        .text("dataset")
        .notNull()
        .references(() => datasets.slug),
      version: c.count("version").notNull(),
      sha256: c.text("sha256").notNull(),
      acceptedBy: c.text("accepted_by").notNull(),
      keyId: c.text("key_id").notNull(),
      lineageId: c.text("lineage_id").notNull(),
      note: c.text("note"),
      requestId: c.text("request_id").notNull(),
      acceptedAt: c.time("accepted_at").notNull(),
    },
    (t) => [
      c.uniqueIndex("acceptances_once").on(t.partnerId, t.dataset, t.version),
      c.index("acceptances_dataset").on(t.dataset, t.id),
    ],
  );

  return { terms, acceptances };
}
