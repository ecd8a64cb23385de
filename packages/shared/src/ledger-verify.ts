import { type DayHead, eventText, type LedgerEvent } from "./ledger.ts";
import { dayText, partnerDayText } from "./ledger-day.ts";
import { type Inclusion, rootOfInclusion, type Sha256 } from "./merkle.ts";

/** A public key of a platform, as it publishes them: an Ed25519 key in the form of a JWK. */
export type LedgerKey = { kid: string; kty: string; crv: string; x: string };

/** One partner's day of the ledger, with the proof of each of its events: a page of it, or all. */
export type LedgerDocument = {
  day: string;
  partner_id: string;
  signed: {
    root: string;
    partners: number;
    events: number;
    heads: readonly DayHead[];
    /** Ed25519 over `dayText`, in base64url. */
    signature: string;
    key_id: string;
  };
  /** The proof of the partner's day in the signed one; null where the partner has none of its events. */
  partner: (Inclusion & { root: string; events: number }) | null;
  data: readonly { event: LedgerEvent; proof: Inclusion }[];
};

/** What checking needs and no language has: SHA-256, and Ed25519 of a text by a public key of 32 bytes in base64url. */
export type LedgerCrypto = {
  sha256: Sha256;
  isSignedBy(publicKey: string, text: string, signature: string): boolean;
};

/** `proven`: the ids of the events that are in the signed day. `isWhole`: they are all that the partner has in it. */
export type LedgerVerdict = { faults: { subject: string; problem: string }[]; proven: Set<string>; isWhole: boolean };

/**
 * Checks a document against the published keys, and asks nobody: every event up to the partner's root, this up to the root of the day,
 * and the signature. What is only claimed, such as an event without a good proof, is a fault and not among the proven.
 *
 * @example const { faults, proven } = verifyLedger(document, keys, { sha256, isSignedBy });
 */
export function verifyLedger(
  document: LedgerDocument,
  keys: readonly LedgerKey[],
  crypto: LedgerCrypto,
): LedgerVerdict {
  const { day, partner_id, partner, data } = document;
  const dayFault = signatureFault(document, keys, crypto) ?? partnerFault(document, crypto);
  const nothing = { proven: new Set<string>(), isWhole: false };
  if (dayFault) return { faults: [{ subject: `${day} ${partner_id}`, problem: dayFault }], ...nothing };

  const proven = new Set<string>();
  const places = new Set<number>();
  const faults = data.flatMap(({ event, proof }) => {
    // What is there twice would be counted twice.
    const isAgain = proven.has(event.id) || places.has(proof.index);
    const problem = isAgain ? "is there more than once" : eventFault(document, event, proof, crypto);
    if (problem !== undefined) return [{ subject: event.id, problem }];
    proven.add(event.id);
    places.add(proof.index);
    return [];
  });
  return { faults, proven, isWhole: places.size === (partner?.events ?? 0) };
}

function signatureFault(
  { day, signed }: LedgerDocument,
  keys: readonly LedgerKey[],
  { isSignedBy }: LedgerCrypto,
): string | undefined {
  const key = keys.find(({ kid }) => kid === signed.key_id);
  if (!key) return `was signed with ${signed.key_id}, which is none of the published keys`;
  const isEd25519 = key.kty === "OKP" && key.crv === "Ed25519";
  if (isEd25519 && isSignedBy(key.x, dayText({ day, ...signed }), signed.signature)) return undefined;
  return `is not what was signed with ${signed.key_id}`;
}

function partnerFault(document: LedgerDocument, { sha256 }: LedgerCrypto): string | undefined {
  const { day, partner_id, signed, partner, data } = document;
  if (!partner) return data.length === 0 ? undefined : "has events and no proof of the partner's day";
  const { root, events } = partner;
  const leaf = sha256(partnerDayText({ day, partner_id, events, root }));
  const isIn = rootOfInclusion(leaf, partner, signed.partners, sha256) === signed.root;
  return isIn ? undefined : "is not in the day that was signed";
}

function eventFault(
  { day, partner_id, partner }: LedgerDocument,
  event: LedgerEvent,
  proof: Inclusion,
  { sha256 }: LedgerCrypto,
): string | undefined {
  if (event.partner_id !== partner_id) return `is of ${event.partner_id}`;
  if (event.at.slice(0, 10) !== day) return `is of ${event.at.slice(0, 10)}`;
  const isIn = partner && rootOfInclusion(sha256(eventText(event)), proof, partner.events, sha256) === partner.root;
  return isIn ? undefined : "is not in the day that was signed";
}
