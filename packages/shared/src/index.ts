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
