const textBytesMax = 64 * 1024;

/** What a type says of its values: their one canonical text, their order and how to explain them to a person. */
export type ValueRules = {
  /** The one text of the value, or undefined when the text is not a value of the type. */
  canonical: (text: string) => string | undefined;
  /** The same for the end of a range, where a coarser text may stand for its first instant. */
  bound: (text: string) => string | undefined;
  /** Compares two canonical texts. */
  compare: (left: string, right: string) => number;
  expects: string;
  /** Whether "greater than" means anything. */
  ordered: boolean;
};

const byNumber = (left: string, right: string) => Number(left) - Number(right);
const byText = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

const plainRules: Record<string, ValueRules> = {
  string: rules(canonicalString, byText, "a text of at most 64 KiB without NUL"),
  integer: rules(canonicalInteger, byNumber, "a whole number within ±(2^53 − 1)"),
  number: rules(canonicalNumber, byNumber, "a number such as -1.5 or 2e6"),
  boolean: { ...rules(canonicalBoolean, byText, "true or false"), ordered: false },
  date: rules(canonicalDate, byText, "a calendar date such as 2024-01-31"),
  timestamp: {
    ...rules(canonicalTimestamp, compareTimestamps, "a time such as 2024-01-31T09:30:00Z"),
    bound: (text) => canonicalTimestamp(text.length === 10 ? `${text}T00:00:00Z` : text),
  },
};

/** The time column of yearly data is an integer, and a range of years may be given by first days. */
export const yearRules: ValueRules = {
  ...rules(canonicalInteger, byNumber, "a year such as 2024, or its first day"),
  bound: (text) => canonicalInteger(/^\d{4}-01-01$/.test(text) ? text.slice(0, 4) : text),
};

function rules(canonical: ValueRules["canonical"], compare: ValueRules["compare"], expects: string): ValueRules {
  return { canonical, bound: canonical, compare, expects, ordered: true };
}

export function rulesOf(type: string): ValueRules {
  return plainRules[type] ?? decimalRules(type);
}

function decimalRules(type: string): ValueRules {
  const [precision = 0, scale = 0] = type.slice("decimal(".length, -1).split(",").map(Number);
  const wholeDigitsMax = precision - scale;
  const expects = `a decimal with at most ${wholeDigitsMax} digits before and ${scale} after the point`;
  return rules((text) => canonicalDecimal(text, wholeDigitsMax, scale), compareDecimals, expects);
}

function canonicalString(text: string): string | undefined {
  // A UTF-16 unit is at most three bytes, so a short text needs no counting.
  if (text.length > textBytesMax / 3 && Buffer.byteLength(text) > textBytesMax) return undefined;
  return text.includes("\0") || !text.isWellFormed() ? undefined : text;
}

function canonicalInteger(text: string): string | undefined {
  if (!/^-?\d{1,16}$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

function canonicalNumber(text: string): string | undefined {
  if (text.length > 400 || !/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? String(value) : undefined;
}

function canonicalBoolean(text: string): string | undefined {
  return text === "true" || text === "false" ? text : undefined;
}

function canonicalDecimal(text: string, wholeDigitsMax: number, scale: number): string | undefined {
  if (text.length > 400) return undefined;
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = "", wholeDigits = "", fraction = ""] = match;
  const whole = wholeDigits.replace(/^0+(?=\d)/, "");
  if (whole !== "0" && whole.length > wholeDigitsMax) return undefined;
  if (/[1-9]/.test(fraction.slice(scale))) return undefined;
  const digits = scale === 0 ? whole : `${whole}.${fraction.slice(0, scale).padEnd(scale, "0")}`;
  return sign === "-" && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

/** Exact: a decimal has more digits than a double, so both are compared as whole numbers of the last place. */
function compareDecimals(left: string, right: string): number {
  const difference = BigInt(left.replace(".", "")) - BigInt(right.replace(".", ""));
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function canonicalDate(text: string): string | undefined {
  return text.length === 10 && isCalendarDate(text) ? text : undefined;
}

/** Of a text that begins with a date. JavaScript's own parser turns 30 February into 1 March. */
function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const timestampForm =
  /^(\d{4}-\d\d-\d\d)[Tt]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,6})0*)?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** UTC, with no fraction or the fewest of three or six digits. */
function canonicalTimestamp(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const match = timestampForm.exec(text);
  if (!match || !isCalendarDate(text)) return undefined;
  const [, date = "", clock = "", digits = "", zone = ""] = match;
  const seconds = zone === "Z" || zone === "z" ? `${date}T${clock}` : toUtc(`${date}T${clock}`, zone);
  if (seconds === undefined) return undefined;
  const significant = digits.replace(/0+$/, "");
  const places = significant.length === 0 ? 0 : significant.length <= 3 ? 3 : 6;
  return places === 0 ? `${seconds}Z` : `${seconds}.${significant.padEnd(places, "0")}Z`;
}

function toUtc(local: string, zone: string): string | undefined {
  const utc = new Date(`${local}${zone}`).toISOString();
  // An offset can push the first and last hours of the calendar out of it: a sign and six digits, or the year 0.
  return utc.length === 24 && !utc.startsWith("0000") ? utc.slice(0, 19) : undefined;
}

function compareTimestamps(left: string, right: string): number {
  // "Z" sorts after the digits it stands in for, so fractions are compared without it.
  return byText(left.slice(0, -1), right.slice(0, -1));
}
