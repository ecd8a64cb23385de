/**
 * One usage event as the ledger holds it: every field that says who used what, and what it cost. Times are RFC 3339 in UTC,
 * amounts thousandths of a minor unit; the numbers of a reversal are negative.
 */
export type LedgerEvent = {
  id: string;
  partner_id: string;
  subscription_id: string;
  lineage_id: string;
  key_id: string;
  dataset: string;
  version: number;
  operation: string;
  outcome: string;
  status: number;
  rows: number;
  bytes: number;
  units: number;
  amount_millis: number;
  segment: string;
  local_date: string;
  local_hour: number;
  request_id: string;
  asked: string;
  limits: string;
  corrects: string | null;
  reason: string | null;
  at: string;
};

/** The last block of a chain that is known somewhere: the chain's id, the number of the block, its hash. */
export type DayHead = [chain: string, seq: number, hash: string];

/**
 * The text whose SHA-256 is the event's leaf in the ledger: a JSON array of its fields in this order.
 *
 * @example createHash("sha256").update(eventText(event)).digest("hex")
 */
export function eventText(event: LedgerEvent): string {
  return JSON.stringify([
    "wizdata-usage-1",
    event.id,
    event.partner_id,
    event.subscription_id,
    event.lineage_id,
    event.key_id,
    event.dataset,
    event.version,
    event.operation,
    event.outcome,
    event.status,
    event.rows,
    event.bytes,
    event.units,
    event.amount_millis,
    event.segment,
    event.local_date,
    event.local_hour,
    event.request_id,
    event.asked,
    event.limits,
    event.corrects,
    event.reason,
    event.at,
  ]);
}

/**
 * The text whose SHA-256 is the root of a block: the leaves of its events, in hexadecimal, one after the other in order of the
 * events' ids.
 *
 * @param leaves id and leaf of each event, in any order
 * @example blockRootText([{ id: "use_b", leaf: "ff…" }, { id: "use_a", leaf: "00…" }]) // "00…ff…"
 */
export function blockRootText(leaves: readonly { id: string; leaf: string }[]): string {
  const sorted = leaves.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return sorted.map(({ leaf }) => leaf).join("");
}

/** A block before it has its hash. `prev` is the hash of the block before it, `root` the SHA-256 of `blockRootText`. */
export type BlockHeader = { chain: string; seq: number; prev: string; root: string; events: number; at: string };

/**
 * The text whose SHA-256 is a block's hash.
 *
 * @example createHash("sha256").update(blockText({ chain, seq, prev, root, events, at })).digest("hex")
 */
export function blockText({ chain, seq, prev, root, events, at }: BlockHeader): string {
  return JSON.stringify(["wizdata-block-1", chain, seq, prev, at, events, root]);
}

/**
 * The text whose SHA-256 stands as `prev` in the first block of a chain: the heads of the chains that were there before it.
 *
 * @example createHash("sha256").update(genesisText([])).digest("hex")
 */
export function genesisText(heads: readonly DayHead[]): string {
  return JSON.stringify(["wizdata-genesis-1", heads]);
}
