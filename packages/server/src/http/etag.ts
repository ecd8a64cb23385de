/** Whether a client says it has this already. If-None-Match compares weakly, so `W/` changes nothing; `*` is any. */
export function isKnownTag(ifNoneMatch: string | undefined, etag: string): boolean {
  const known = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return known.includes(etag) || known.includes("*");
}
