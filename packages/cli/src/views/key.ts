import type { Key, NewKeySecret } from "@wizdata/sdk";
import { timeText } from "../output/times.ts";
import { type Columns, record, type View } from "../output/view.ts";

export const keyColumns: Columns<Key> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  mode: ({ mode }) => mode,
  status: ({ status }) => status,
  hint: ({ hint }) => hint,
  created_at: ({ created_at }) => timeText(created_at),
  ends_at: ({ retires_at, expires_at }) => timeText(retires_at ?? expires_at),
  last_used_at: ({ last_used }) => timeText(last_used?.at),
};

export function keyView(key: Key, notes: readonly string[] = []): View {
  const { predecessor, caps } = key;
  const limits = Object.entries(caps).filter(([, cap]) => cap !== null);
  return record(
    {
      id: key.id,
      lineage_id: key.lineage_id,
      partner_id: key.partner_id ?? undefined,
      name: key.name,
      mode: key.mode,
      status: key.status,
      scopes: key.scopes.join(" "),
      allowlist: key.allowlist?.join(" ") ?? "everywhere",
      caps: limits.length > 0 ? limits.map(([window, cap]) => `${cap} ${window}`).join(", ") : undefined,
      hint: key.hint,
      created_at: timeText(key.created_at),
      expires_at: timeText(key.expires_at),
      retires_at: timeText(key.retires_at),
      revoked_at: timeText(key.revoked_at),
      replaced_by: key.replaced_by ?? undefined,
      last_used: lastUseText(key.last_used),
      predecessor: predecessor?.id,
      predecessor_retires_at: timeText(predecessor?.retires_at),
      predecessor_last_used: predecessor ? lastUseText(predecessor.last_used) : undefined,
    },
    notes,
  );
}

/** The only view that shows a secret, for it is shown this once. */
export function newKeyView(key: NewKeySecret, notes: readonly string[] = []): View {
  const { predecessor, expires_at } = key;
  return record(
    {
      id: key.id,
      name: key.name,
      mode: key.mode,
      scopes: key.scopes.join(" "),
      expires_at: timeText(expires_at),
      predecessor: predecessor?.id,
      predecessor_retires_at: timeText(predecessor?.retires_at),
      secret: key.secret,
    },
    ["The secret is shown this once and kept nowhere. Hand it over by a safe way.", ...notes],
  );
}

const lastUseText = (use: Key["last_used"]) => (use ? `${timeText(use.at)} from ${use.from}` : "never");
