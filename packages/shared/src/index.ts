export { formatKey, type KeyMode, keyMode, keyPattern } from "./key-format.ts";
