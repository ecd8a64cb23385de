export function tableOf(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [titles, titles.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return lines.join("\n");
}

/** A text that stays in its cell. */
export const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s+/g, " ").trim();

export const fenced = (code: string): string => `\`\`\`ts\n${code.trimEnd()}\n\`\`\``;

/** Code in a cell; code that has backticks itself needs two. */
export function codeCell(code: string): string {
  return code.includes("`") ? `\`\` ${cell(code)} \`\`` : `\`${cell(code)}\``;
}
