/** One line of docs/reliability.md. */
export type ProofRecord = { name: string; summary: string; figures: string; date: string; machine: string };

/** The document with the line of this proof anew: in its place, or as the table's last. */
export function withRecord(document: string, { name, summary, figures, date, machine }: ProofRecord): string {
  const cells = [`\`${name}\``, summary, figures, date, machine].map((cell) => cell.replaceAll("|", "\\|"));
  const line = `| ${cells.join(" | ")} |`;
  const lines = document.split("\n");
  const known = lines.findIndex((text) => text.startsWith(`| \`${name}\` |`));
  const last = lines.findLastIndex((text) => text.startsWith("|"));
  if (last < 0) throw new Error("docs/reliability.md has no table to write into.");
  if (known < 0) lines.splice(last + 1, 0, line);
  else lines[known] = line;
  return lines.join("\n");
}
