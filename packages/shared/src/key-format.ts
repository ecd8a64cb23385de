/** What an API key is for: real calls, trial calls that are never billed, or running the platform. */
export type KeyMode = "live" | "test" | "admin";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const secretBytes = 32;
const secretChars = 43;
const checksumChars = 6;

/** What a leaked key looks like, for secret scanners. */
export const keyPattern = /\bwz_(live|test|admin)_[0-9A-Za-z]{49}\b/;
const wholeKey = /^wz_(live|test|admin)_[0-9A-Za-z]{49}$/;

/**
 * Writes an API key: `wz_<mode>_`, 256 random bits in 43 base62 characters, and 6 characters of CRC-32 over all before them.
 *
 * @param random exactly 32 random bytes
 * @throws RangeError when there are not exactly 32 bytes
 * @example formatKey("live", crypto.getRandomValues(new Uint8Array(32)))
 */
export function formatKey(mode: KeyMode, random: Uint8Array): string {
  if (random.length !== secretBytes)
    throw new RangeError(`A key takes ${secretBytes} random bytes, not ${random.length}.`);
  const number = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const body = `wz_${mode}_${base62(number, secretChars)}`;
  return body + checksum(body);
}

/**
 * The mode of a well-formed API key, or undefined when the form or the checksum is wrong. It asks nobody, so a mistyped key costs nothing.
 *
 * @example keyMode("wz_live_oops") // undefined
 */
export function keyMode(key: string): KeyMode | undefined {
  const mode = wholeKey.exec(key)?.[1];
  if (mode !== "live" && mode !== "test" && mode !== "admin") return undefined;
  return checksum(key.slice(0, -checksumChars)) === key.slice(-checksumChars) ? mode : undefined;
}

function checksum(text: string): string {
  return base62(BigInt(crc32(text)), checksumChars);
}

function base62(number: bigint, chars: number): string {
  let text = "";
  for (let rest = number; text.length < chars; rest /= 62n) text = alphabet.charAt(Number(rest % 62n)) + text;
  return text;
}

const table = Uint32Array.from({ length: 256 }, (_, at) => {
  let value = at;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

// Keys are ASCII, so a character is a byte.
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let at = 0; at < text.length; at++) crc = (crc >>> 8) ^ (table[(crc ^ text.charCodeAt(at)) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
