import type { FileForm } from "../lake/lake.ts";
import type { Columns } from "./columns.postgres.ts";
import type { defineCatalog } from "./tables-catalog.ts";

/** Files that come in parts, before they are published. */
export function defineUploads(c: Columns, { datasets }: ReturnType<typeof defineCatalog>) {
  const uploads = c.table(
    "uploads",
    {
      id: c.text("id").primaryKey(),
      dataset: c
        .text("dataset")
        .notNull()
        .references(() => datasets.slug),
      name: c.text("name"),
      form: c.json("form").$type<FileForm>().notNull(),
      bytes: c.count("bytes"),
      sha256: c.text("sha256"),
      status: c.text("status").notNull(),
      version: c.count("version"),
      createdAt: c.time("created_at").notNull(),
      expiresAt: c.time("expires_at").notNull(),
    },
    (t) => [c.index("uploads_dataset").on(t.dataset, t.id), c.index("uploads_expires").on(t.expiresAt)],
  );

  const uploadParts = c.table(
    "upload_parts",
    {
      upload: c
        .text("upload")
        .notNull()
        .references(() => uploads.id),
      number: c.count("number").notNull(),
      bytes: c.count("bytes").notNull(),
      sha256: c.text("sha256").notNull(),
      receivedAt: c.time("received_at").notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.upload, t.number] })],
  );

  return { uploads, uploadParts };
}
