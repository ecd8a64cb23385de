const escapes = /^\\(?:[dDwWsSbBnrtfv]|[pP]\{[A-Z][a-z]?\}|x[0-9A-Fa-f]{2}|[\^$\\.*+?()[\]{}|/])$/;
const repeatsMax = 1_000;

/**
 * What is wrong with a column's pattern. It is run by RE2, so only what RE2 and JavaScript read alike is accepted: no
 * references back, no looking around, nothing that is one thing here and another there.
 */
export function faultOfPattern(pattern: string): string | undefined {
  try {
    new RegExp(pattern, "u");
  } catch {
    return "is no regular expression";
  }
  if (/\(\?(?!:)/.test(pattern.replace(/\\./g, "")))
    return "may group with (?:…) only: RE2 looks neither ahead nor back";
  const escaped = pattern.match(/\\(?:[pP]\{[^}]*\}|x..|.)/gu) ?? [];
  const unknown = escaped.find((text) => !escapes.test(text));
  if (unknown !== undefined) return `has ${unknown}, which RE2 reads otherwise`;
  if (pattern.includes("[^]") || pattern.includes("[]")) return "has an empty class";
  const repeats = [...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].flatMap(([, from, to]) => [Number(from), Number(to)]);
  return repeats.some((times) => times > repeatsMax) ? `repeats more than ${repeatsMax} times` : undefined;
}
