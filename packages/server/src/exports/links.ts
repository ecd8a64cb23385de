import { change } from "../changes.ts";
import type { Call } from "../http/call.ts";
import type { ServedFile } from "../http/file.ts";
import { isBacked, linkExpired, noLink, takeLinkSlot } from "../keys/link-rights.ts";
import type { Services } from "../services.ts";
import { refuseTestKey } from "./create.ts";
import { fileOf } from "./files.ts";
import { openLink, sealLink } from "./link-token.ts";
import type { Links, NewLinks } from "./links-schemas.ts";
import { findExport } from "./queries.ts";
import { refuseRetracted } from "./retraction.ts";
import { readyExport } from "./service.ts";
import { statusOf } from "./wire.ts";

/** An address for each file of an export, good without a key until its time is over. */
export async function createLinks(
  services: Services,
  call: Call,
  id: string,
  { expires_in_seconds }: NewLinks,
): Promise<Links> {
  const row = await readyExport(services, call, id);
  refuseTestKey(call, row);
  const files = row.files ?? [];
  const lastSeconds = Math.floor((row.expiresAt?.getTime() ?? 0) / 1_000);
  // No link outlives its files.
  const expiresSeconds = Math.min(Math.floor(services.clock().getTime() / 1_000) + expires_in_seconds, lastSeconds);
  const { partnerId } = row;
  const { keyId } = call.principal;
  const told = { export_id: id, expires_at: new Date(expiresSeconds * 1_000).toISOString() };
  return change(services, call, async () => ({
    result: {
      ...told,
      files: files.map(({ name, bytes, sha256 }) => {
        const token = sealLink(services.secrets, { exportId: id, partnerId, keyId, sha256, expiresSeconds }, name);
        return { name, bytes, sha256, url: `${services.site.url}/links/${token}/${name}` };
      }),
    },
    action: "export.links_created",
    target: id,
    partnerId,
    // The addresses open the files, so they are in no record.
    after: { ...told, files: files.length },
  }));
}

/**
 * The file a link opens, as long as the key that made it could still open it: whatever is wrong with a link, it is the same as one
 * that never was, but for its time being over.
 */
export async function findLinked(
  services: Services,
  token: string,
  name: string,
  address: string,
): Promise<ServedFile> {
  const link = openLink(services.secrets, token, name);
  if (!link) throw noLink();
  const now = services.clock();
  if (link.expiresSeconds * 1_000 <= now.getTime()) throw linkExpired();
  takeLinkSlot(services, link.keyId);
  const row = await findExport(services.store.db, link.exportId);
  const maker = { keyId: link.keyId, partnerId: link.partnerId, scope: "exports:read" as const };
  if (row?.partnerId !== link.partnerId || !(await isBacked(services, maker, address))) throw noLink();
  if (statusOf(row, now) === "expired") throw linkExpired();
  const file = statusOf(row, now) === "ready" ? fileOf(services, row, name) : undefined;
  if (file?.sha256 !== link.sha256) throw noLink();
  await refuseRetracted(services.store.db, row);
  return file;
}
