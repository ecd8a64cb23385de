import { randomFillSync } from "node:crypto";

/** The time of day, injected so that tests can set it. */
export type Clock = () => Date;

/** Does a piece of work again and again, so many milliseconds apart, until it is stopped. Injected for the same reason. */
export type Every = (ms: number, work: () => void) => { stop(): void };

/** By the process's own timers, none of which keeps it from ending. */
export const byTimers: Every = (ms, work) => {
  const timer = setInterval(work, ms).unref();
  return { stop: () => clearInterval(timer) };
};

export type IdPrefix =
  | "par"
  | "upl"
  | "lin"
  | "key"
  | "sub"
  | "exp"
  | "pub"
  | "use"
  | "aud"
  | "evt"
  | "req"
  | "chk"
  | "chn"
  | "acc";
export type NewId = (prefix: IdPrefix) => string;

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const timeChars = 10;
const randomChars = 16;
const poolBytes = 4_096;

/** Ids that sort by time of making: a prefix, 48 bits of milliseconds, 80 random bits, in lower-case Crockford base32. */
export function createIds(clock: Clock, random: (bytes: number) => Uint8Array = pooledRandom()): NewId {
  let atMs = Number.NaN;
  let time = "";
  return (prefix) => {
    const nowMs = clock().getTime();
    // Very many are made in the same millisecond.
    if (nowMs !== atMs) time = timeText(nowMs);
    atMs = nowMs;
    let text = `${prefix}_${time}`;
    for (const byte of random(randomChars)) text += alphabet[byte & 31];
    return text;
  };
}

/** What every id that is made at this instant or later comes after. */
export const idBefore = (prefix: IdPrefix, ms: number): string => `${prefix}_${timeText(Math.max(0, ms))}`;

function timeText(ms: number): string {
  let text = "";
  for (let rest = ms; text.length < timeChars; rest = Math.floor(rest / 32)) text = alphabet.charAt(rest % 32) + text;
  return text;
}

/** When an id was made. */
export function idTime(id: string): number {
  const digits = id.slice(id.indexOf("_") + 1).slice(0, timeChars);
  return [...digits].reduce((ms, digit) => ms * 32 + Math.max(0, alphabet.indexOf(digit)), 0);
}

/** Asks the system for much at a time: each question costs more than the bytes of an id. No byte is given out twice. */
function pooledRandom(): (bytes: number) => Uint8Array {
  const pool = Buffer.alloc(poolBytes);
  let used = poolBytes;
  return (bytes) => {
    if (used + bytes > poolBytes) {
      randomFillSync(pool);
      used = 0;
    }
    used += bytes;
    return pool.subarray(used - bytes, used);
  };
}
