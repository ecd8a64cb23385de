import { keyPattern } from "@wizdata/shared";

// C0 without tab and newline, DEL, C1, and the marks that turn the direction of text: a terminal obeys them, a reader does not see them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: to find them is its purpose
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const visible = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Text that came from elsewhere, made safe to show: no byte of it can move the cursor or change the terminal. */
export function escapeText(text: string): string {
  return text.replace(control, visible);
}

/** A cell of TSV: one line, no tab, and control characters made visible. */
export function escapeCell(text: string): string {
  return escapeText(text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n"));
}

/** JSON whose text no terminal obeys: JSON.stringify leaves DEL and C1 as they are. */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(value ?? null, null, indent).replace(control, visible);
}

const secrets = new RegExp(keyPattern, "g");

/** A message without the API keys in it, for errors may quote what was typed. */
export function hideSecrets(text: string): string {
  return text.replace(secrets, "wz_$1_…");
}
