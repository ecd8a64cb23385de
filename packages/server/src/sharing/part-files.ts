import { versionRetracted } from "../datasets/versions-ended.ts";
import type { ServedFile } from "../http/file.ts";
import { isBacked, linkExpired, noLink, takeLinkSlot } from "../keys/link-rights.ts";
import type { Part } from "../lake/lake.ts";
import type { Services } from "../services.ts";
import type { LinkedPart } from "./lines.ts";
import { openPartLink, type PartLink, sealPartLink } from "./part-link.ts";
import { findLinkedPart } from "./queries.ts";

/** Long enough for an engine to plan and read, short enough that what was taken away is not read for long. */
const linkSeconds = 3_600;

export const sharingScope = "data:read";

/** The address of a part's file, good without a key for a while. */
export function linkTo(
  { secrets, site, clock }: Services,
  part: Part,
  of: Pick<PartLink, "partnerId" | "keyId" | "slug" | "version">,
): LinkedPart {
  const expiresSeconds = Math.floor(clock().getTime() / 1_000) + linkSeconds;
  const token = sealPartLink(secrets, { ...of, sha256: part.sha256, expiresSeconds });
  return {
    part,
    url: `${site.url}/delta-sharing/files/${token}/part.parquet`,
    expirationTimestamp: expiresSeconds * 1_000,
  };
}

/**
 * The part that a link opens, as long as the key that got it could get it again: whatever is wrong with a link, it is the same
 * as one that never was, but for its time being over and its version being withdrawn.
 */
export async function findSharedPart(services: Services, token: string, address: string): Promise<ServedFile> {
  const link = openPartLink(services.secrets, token);
  if (!link) throw noLink();
  const { partnerId, keyId, sha256, expiresSeconds } = link;
  const now = services.clock();
  if (expiresSeconds * 1_000 <= now.getTime()) throw linkExpired();
  takeLinkSlot(services, keyId);
  if (!(await isBacked(services, { keyId, partnerId, scope: sharingScope }, address))) throw noLink();
  const found = await findLinkedPart(services.store.db, link, now);
  if (!found) throw noLink();
  if (found.version.state === "retracted") throw versionRetracted(found.version);
  return {
    path: services.lake.partFile(sha256),
    bytes: found.bytes,
    sha256,
    headers: { "content-type": "application/vnd.apache.parquet", "referrer-policy": "no-referrer" },
  };
}
