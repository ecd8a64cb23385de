import { createHash } from "node:crypto";
import { Problem } from "../http/problem.ts";

// One share with one schema: a path that is written into a notebook keeps its meaning, whatever becomes of categories and tiers.
export const shareName = "wizdata";
export const schemaName = "datasets";

/** Names as a path of the protocol has them. */
export type SharePath = { share: string };
export type SchemaPath = SharePath & { schema: string };
export type TablePath = SchemaPath & { table: string };

/** Clients write names as they like: the protocol does not tell capitals apart. */
const isName = (given: string, name: string) => given.toLowerCase() === name;

export function checkShare({ share }: SharePath): void {
  if (!isName(share, shareName)) throw new Problem("not_found");
}

export function checkSchema(path: SchemaPath): void {
  checkShare(path);
  if (!isName(path.schema, schemaName)) throw new Problem("not_found");
}

/** The dataset that a table is. */
export function slugOf(path: TablePath): string {
  checkSchema(path);
  return path.table.toLowerCase();
}

/** The share is another one for each partner, though all of them call it the same. */
export const shareId = (partnerId: string) => uuidOf(`share ${partnerId}`);
export const tableId = (slug: string) => uuidOf(`table ${slug}`);

/** A UUID (version 8, RFC 9562) that is always the same for the same thing. */
function uuidOf(text: string): string {
  const bytes = createHash("sha256").update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
