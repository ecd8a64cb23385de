import { timingSafeEqual } from "node:crypto";
import type { Secrets } from "../secrets.ts";

/** What a link opens, for how long, and the key that made it. */
export type Link = { exportId: string; partnerId: string; keyId: string; sha256: string; expiresSeconds: number };

const form =
  /^wz_link_(exp_[0-9a-z]{26})\.(par_[0-9a-z]{26})\.(key_[0-9a-z]{26})\.([0-9a-f]{64})\.(\d{1,12})\.([\w-]{43})$/;

/** The text in the address of a link. Its beginning is what logs know a secret by. */
export function sealLink(secrets: Secrets, link: Link, name: string): string {
  const [mac] = macsOf(secrets, link, name);
  const { exportId, partnerId, keyId, sha256, expiresSeconds } = link;
  return `wz_link_${exportId}.${partnerId}.${keyId}.${sha256}.${expiresSeconds}.${mac}`;
}

/** undefined when we did not make it, for this name. Nothing is read for it but what it says itself, so guessing costs no I/O. */
export function openLink(secrets: Secrets, token: string, name: string): Link | undefined {
  const [, exportId, partnerId, keyId, sha256, expires, given] = form.exec(token) ?? [];
  if (!exportId || !partnerId || !keyId || !sha256 || !expires || !given) return undefined;
  const link = { exportId, partnerId, keyId, sha256, expiresSeconds: Number(expires) };
  const isOurs = macsOf(secrets, link, name).some((mac) => timingSafeEqual(Buffer.from(mac), Buffer.from(given)));
  return isOurs ? link : undefined;
}

/** One for each live secret. JSON keeps apart what stands side by side. */
const macsOf = (secrets: Secrets, { exportId, partnerId, keyId, sha256, expiresSeconds }: Link, name: string) =>
  secrets
    .sign("link", JSON.stringify(["GET", partnerId, exportId, name, sha256, keyId, expiresSeconds]))
    .map((mac) => mac.toString("base64url"));
