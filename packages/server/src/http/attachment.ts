/**
 * Content-Disposition of a download. The plain name is for old readers and holds nothing that could end a header or climb out of a
 * folder; where that changes the name, `filename*` (RFC 8187) has it whole.
 */
export function attachment(name: string): string {
  const safe = name.replace(/[/\\]|\.\.|\p{Cc}/gu, "_");
  const plain = safe.replace(/[^\x20-\x7e]|["%]/gu, "_");
  return plain === safe
    ? `attachment; filename="${plain}"`
    : `attachment; filename="${plain}"; filename*=UTF-8''${encoded(safe)}`;
}

const encoded = (text: string) =>
  encodeURIComponent(text.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
