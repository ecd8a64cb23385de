import { timingSafeEqual } from "node:crypto";
import type { Secrets } from "../secrets.ts";

/** What a link opens: one part of a version, for one key, until then. */
export type PartLink = {
  partnerId: string;
  keyId: string;
  slug: string;
  version: number;
  sha256: string;
  expiresSeconds: number;
};

const form =
  /^wz_link_(par_[0-9a-z]{26})\.(key_[0-9a-z]{26})\.([a-z][a-z0-9-]{1,62})\.(\d{1,15})\.([0-9a-f]{64})\.(\d{1,12})\.([\w-]{43})$/;

/** The text in the address of a link. Its beginning is what logs know a secret by. */
export function sealPartLink(secrets: Secrets, link: PartLink): string {
  const { partnerId, keyId, slug, version, sha256, expiresSeconds } = link;
  const [mac] = macsOf(secrets, link);
  return `wz_link_${partnerId}.${keyId}.${slug}.${version}.${sha256}.${expiresSeconds}.${mac}`;
}

/** undefined when we did not make it. Nothing is read for it but what it says itself, so guessing costs no I/O. */
export function openPartLink(secrets: Secrets, token: string): PartLink | undefined {
  const [, partnerId, keyId, slug, version, sha256, expires, given] = form.exec(token) ?? [];
  if (!partnerId || !keyId || !slug || !version || !sha256 || !expires || !given) return undefined;
  const link = { partnerId, keyId, slug, version: Number(version), sha256, expiresSeconds: Number(expires) };
  const isOurs = macsOf(secrets, link).some((mac) => timingSafeEqual(Buffer.from(mac), Buffer.from(given)));
  return isOurs ? link : undefined;
}

/** One for each live secret. The first word keeps them apart from links to files of exports, which have the same secret. */
const macsOf = (secrets: Secrets, { partnerId, keyId, slug, version, sha256, expiresSeconds }: PartLink) =>
  secrets
    .sign("link", JSON.stringify(["GET part", partnerId, keyId, slug, version, sha256, expiresSeconds]))
    .map((mac) => mac.toString("base64url"));
