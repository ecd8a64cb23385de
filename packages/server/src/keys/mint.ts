import { randomBytes } from "node:crypto";
import { formatKey, type KeyMode } from "@wizdata/shared";
import type { Services } from "../services.ts";
import type { KeyRow } from "./queries.ts";

const randomKeyBytes = 32;
const hintChars = 4;

/** A new secret and the row that stores no more of it than its peppered hash and a hint. */
export function mintKey(
  services: Services,
  mode: KeyMode,
  owner: Pick<KeyRow, "lineageId" | "partnerId" | "expiresAt">,
): { secret: string; key: KeyRow } {
  const secret = formatKey(mode, randomBytes(randomKeyBytes));
  return { secret, key: keyRow(services, secret, owner) };
}

export function keyRow(
  { secrets, newId, clock }: Services,
  secret: string,
  owner: Pick<KeyRow, "lineageId" | "partnerId" | "expiresAt">,
): KeyRow {
  const [hashed] = secrets.hashKey(secret);
  if (!hashed) throw new Error("There is no pepper.");
  const bodyAt = secret.lastIndexOf("_") + 1;
  return {
    ...owner,
    ...hashed,
    id: newId("key"),
    start: secret.slice(bodyAt, bodyAt + hintChars),
    last4: secret.slice(-hintChars),
    replacedBy: null,
    createdAt: clock(),
    retiresAt: null,
    revokedAt: null,
    firstUsedAt: null,
    lastUsedAt: null,
    lastUsedFrom: null,
  };
}
