/** Whether a client says it has this already. If-None-Match compares weakly, so `W/` changes nothing; `*` is any. */
export function isKnownTag(ifNoneMatch: string | undefined, etag: string): boolean {
  const known = tagsOf(ifNoneMatch).map((tag) => tag.replace(/^W\//, ""));
  return known.includes(etag) || known.includes("*");
}

/** Whether a client insists on something else. If-Match compares strongly: a weak tag is never the one it names. */
export function isOtherTag(ifMatch: string | undefined, etag: string): boolean {
  if (ifMatch === undefined) return false;
  const wanted = tagsOf(ifMatch);
  return !wanted.includes(etag) && !wanted.includes("*");
}

/**
 * Whether a part of this may be added to what the client has. Only the same strong tag says so: a weak tag or a date would let
 * bytes of two files be put together.
 */
export function allowsParts(ifRange: string | undefined, etag: string): boolean {
  return ifRange === undefined || ifRange.trim() === etag;
}

/** That of several tags which a client says it has. */
export function knownTag(ifNoneMatch: string | undefined, etags: readonly string[]): string | undefined {
  return ifNoneMatch === undefined ? undefined : etags.find((etag) => isKnownTag(ifNoneMatch, etag));
}

const tagsOf = (header: string | undefined) => (header ?? "").split(",").map((tag) => tag.trim());
