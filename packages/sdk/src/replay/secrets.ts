// A recording is committed with an app's tests, so it has none of what opens doors: no key, no secret, no signed link.

const redacted = "redacted";
const keys = /\bwz_(live|test|admin)_\w+|\bwz_(link)_[\w.-]+/g;
const secretFields = /"(\w*(?:secret|password|token|signature|authorization)\w*)"(\s*:\s*)"(?:[^"\\]|\\.)+"/gi;
const secretParameters = /([?&]\w*(?:secret|password|token|signature|sig|key)=)[^&"\s]+/gi;

/** The same text with every key, and the value of every field or parameter whose name says that it is a secret, taken out. */
export function withoutSecrets(text: string): string {
  return text
    .replace(keys, `wz_$1$2_${redacted}`)
    .replace(secretFields, `"$1"$2"${redacted}"`)
    .replace(secretParameters, `$1${redacted}`);
}

const kept =
  /^(content-type|content-range|accept-ranges|etag|link|repr-digest|request-id|retry-after|ratelimit.*|wizdata-.*)$/;

/** The headers of an answer that mean something to the client. Cookies and the like are not among them. */
export function keptHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => kept.test(name)));
}
