export { formatKey, type KeyMode, keyMode, keyPattern } from "./key-format.ts";
export {
  type BlockHeader,
  blockRootText,
  blockText,
  type DayHead,
  eventText,
  genesisText,
  type LedgerEvent,
} from "./ledger.ts";
export { type DaySummary, dayText, type PartnerDay, partnerDayText } from "./ledger-day.ts";
export { sumByDate, type UsageSums, usageFigures } from "./ledger-sums.ts";
export {
  type LedgerCrypto,
  type LedgerDocument,
  type LedgerKey,
  type LedgerVerdict,
  verifyLedger,
} from "./ledger-verify.ts";
export { emptyRoot, type Inclusion, MerkleRoot, MerkleTree, rootOfInclusion, type Sha256 } from "./merkle.ts";
