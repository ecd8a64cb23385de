import type { Db } from "../store/store.ts";
import type { Member } from "./meter.ts";

/** A file whose link an answer hands out, with what is in it. */
export type NamedPart = { sha256: string; rows: number; bytes: number };

/** A part that a lineage has paid for: until then it gets its link again at no cost. */
export type SharedPart = Omit<Db["t"]["sharedParts"]["$inferSelect"], "freeUntil"> & { freeUntil: number };

/** Until when a part is free, by `partKey`. */
export type SharedParts = ReadonlyMap<string, number>;

const freeMs = 24 * 3_600_000;

export const partKey = (lineageId: string, dataset: string, sha256: string) => `${lineageId} ${dataset} ${sha256}`;

/** Of a member that names parts, what it is charged for: those that are not free. All of them free, and it is charged nothing. */
export function chargeOf<M extends Member>(member: M, known: readonly SharedParts[], nowMs: number) {
  const { parts, lineageId, dataset, eventId } = member;
  if (!parts) return { charged: member, paid: [] };
  const isFree = ({ sha256 }: NamedPart) =>
    known.some((shared) => (shared.get(partKey(lineageId, dataset, sha256)) ?? 0) > nowMs);
  const due = [...new Map(parts.map((part) => [part.sha256, part])).values()].filter((part) => !isFree(part));
  const charged: M = {
    ...member,
    rows: due.reduce((sum, { rows }) => sum + rows, 0),
    bytes: due.reduce((sum, { bytes }) => sum + bytes, 0),
    units: due.length === 0 ? 0 : member.units,
  };
  const paid = due.map(
    ({ sha256 }): SharedPart => ({ lineageId, dataset, sha256, freeUntil: nowMs + freeMs, eventId }),
  );
  return { charged, paid };
}
