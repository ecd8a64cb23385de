import type { Column, Definition } from "../datasets/definition.ts";
import type { DatasetSource } from "../datasets/schemas.ts";
import type { Query } from "../lake/lake.ts";
import type { Signer } from "../ledger/keys.ts";
import type { ExportRow } from "./queries.ts";
import type { Manifest, ManifestColumn } from "./schemas.ts";
import { toOrdered } from "./wire.ts";

/** What a manifest tells beside what was ordered and written. */
export type Described = { columns: ManifestColumn[]; source: DatasetSource };
export type SignedManifest = Pick<ExportRow, "manifest" | "signature" | "signingKey">;

/** The columns as the files have them, without what only a publish is checked by. */
export function exportedColumns({ columns }: Definition, query: Query): ManifestColumn[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const exported = query.columns?.flatMap((name) => byName.get(name) ?? []) ?? columns;
  return exported.map(({ name, type, unit, description, nullable }: Column) => ({
    name,
    type,
    unit,
    description,
    nullable,
  }));
}

/**
 * The text of an export's manifest, and its signature. The text is kept as it was signed: whoever checks it needs no rule of how to
 * write it again. People read it too, so it has lines.
 */
export function signManifest(row: ExportRow, { columns, source }: Described, signer: Signer): SignedManifest {
  const content: Omit<Manifest, "signed" | "signature"> = {
    ...toContent(row),
    schema: columns,
    attribution: source,
    made_at: row.readyAt?.toISOString() ?? null,
    key_id: signer.keyId,
  };
  const manifest = `${JSON.stringify(content, null, 2)}\n`;
  return { manifest, signature: signer.sign(manifest), signingKey: signer.keyId };
}

export function toManifest(row: ExportRow): Manifest {
  const { manifest, signature, signingKey } = row;
  // Of before manifests were signed.
  if (manifest === null)
    return {
      ...toContent(row),
      ...{ schema: null, attribution: null, made_at: row.readyAt?.toISOString() ?? null },
      ...{ signed: null, signature: null, key_id: null },
    };
  const content = JSON.parse(manifest) as Omit<Manifest, "signed" | "signature">; // as signManifest wrote it
  return { ...content, signed: manifest, signature, key_id: signingKey };
}

const toContent = (row: ExportRow) => ({
  export_id: row.id,
  ...toOrdered(row),
  created_at: row.createdAt.toISOString(),
  rows: row.rowsDone,
  bytes: row.bytes ?? 0,
  files: row.files ?? [],
});
