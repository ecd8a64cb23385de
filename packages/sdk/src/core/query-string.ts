/** `?a=1&b=2&b=3` of `{ a: 1, b: [2, 3] }`: a list is a repeated name, what is undefined is left out. */
export function queryString(query: object | undefined): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined) search.append(name, text(name, one));
  }
  return search.size === 0 ? "" : `?${search}`;
}

function text(name: string, value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) return String(value);
  // Left out, a filter would let through what it should hold back.
  throw new TypeError(`${name} must be a text, a number, a boolean or a list of these`);
}

/** A path with ids in it. An id that would lead to another path is refused. */
export function path(parts: TemplateStringsArray, ...ids: (string | number)[]): string {
  return String.raw({ raw: parts }, ...ids.map((id) => segment(String(id))));
}

function segment(id: string): string {
  if (/^(\.{0,2}|undefined|null|NaN)$/.test(id)) throw new TypeError(`${JSON.stringify(id)} is not an id`);
  return encodeURIComponent(id);
}
