import { type Failure, failureBody } from "../failures.ts";
import { paint, type Sink, type Terminal } from "../terminal.ts";
import { escapeText, hideSecrets, toJson } from "./escape.ts";
import { cellText, TableLayout, tsvLine } from "./table.ts";
import type { Cell, DiffGroup, View } from "./view.ts";

export type Mode = "text" | "json" | "ndjson";

const unlimitedChars = Number.MAX_SAFE_INTEGER;

/** Prints what a command returned: for programs as JSON, for people by its view. */
export async function render(
  terminal: Terminal,
  mode: Mode,
  data: unknown,
  view: (data: unknown) => View,
): Promise<void> {
  if (mode === "json") return terminal.out.write(`${toJson(data, terminal.out.isTerminal ? 2 : undefined)}\n`);
  if (mode === "ndjson")
    return terminal.out.write(
      linesOf(data)
        .map((line) => `${toJson(line)}\n`)
        .join(""),
    );
  const shown = view(data);
  await terminal.out.write(viewText(terminal, shown));
  for (const note of shown.notes ?? []) await writeNote(terminal, note);
}

export function writeNote(terminal: Terminal, note: string): Promise<void> {
  return terminal.err.write(`${paint(terminal, terminal.err, "dim", escapeText(note))}\n`);
}

export async function renderFailure(terminal: Terminal, mode: Mode, failure: Failure): Promise<void> {
  if (mode !== "text") {
    const indent = mode === "json" && terminal.out.isTerminal ? 2 : undefined;
    return terminal.out.write(`${hideSecrets(toJson({ error: failureBody(failure) }, indent))}\n`);
  }
  const { err } = terminal;
  const lines = [`${paint(terminal, err, "red", "error:")} ${escapeText(hideSecrets(failure.message))}`];
  const faults = faultLines(failure.details).filter((line) => !failure.message.includes(line));
  lines.push(...faults.map((line) => `  ${escapeText(line)}`));
  if (failure.hint) lines.push(escapeText(hideSecrets(failure.hint)));
  for (const next of failure.next) lines.push(`  ${paint(terminal, err, "cyan", `try: ${escapeText(next)}`)}`);
  if (failure.requestId) lines.push(paint(terminal, err, "dim", `request ${escapeText(failure.requestId)}`));
  await err.write(`${lines.join("\n")}\n`);
}

function linesOf(data: unknown): readonly unknown[] {
  if (typeof data !== "object" || data === null || !("data" in data) || !Array.isArray(data.data)) return [data];
  return data.data;
}

export function viewText(terminal: Terminal, view: View): string {
  const { out } = terminal;
  if (view.kind === "text") return ending(out.isTerminal ? escapeText(view.text.replaceAll("\r\n", "\n")) : view.text);
  if (!out.isTerminal) return linesOfView(view).map(tsvLine).join("");
  if (view.kind === "sections") {
    const titled = ([name, inner]: readonly [string, View]) =>
      `${paint(terminal, out, "cyan", escapeText(name))}\n${viewText(terminal, inner)}`;
    return view.sections.map(titled).join("\n");
  }
  if (view.kind === "diff") return diffText(terminal, out, view.groups);
  if (view.kind === "table") {
    const layout = new TableLayout(view.columns, view.rows, out.columns ?? unlimitedChars);
    if (view.rows.length === 0) return "";
    return heading(terminal, layout, view.columns) + view.rows.map((row) => layout.line(row)).join("");
  }
  const widthChars = Math.max(0, ...view.fields.map(([name]) => name.length));
  return view.fields
    .map(([name, value]) => `${paint(terminal, out, "bold", name.padEnd(widthChars))}  ${cellText(value)}\n`)
    .join("");
}

const diffStyles = { "+": "green", "~": "cyan", "-": "red", "!": "red", " ": "dim" } as const;

/** Groups with a mark before each line, for a terminal. */
export function diffText(terminal: Terminal, sink: Sink, groups: readonly DiffGroup[]): string {
  return groups
    .map(({ title, lines }) => {
      const shown = lines.map(([mark, text]) =>
        paint(terminal, sink, diffStyles[mark], `  ${mark} ${escapeText(text)}`),
      );
      const heading = title === "" ? [] : [paint(terminal, sink, "bold", escapeText(title))];
      return `${[...heading, ...shown].join("\n")}\n`;
    })
    .join("\n");
}

function linesOfView(view: View): readonly (readonly Cell[])[] {
  if (view.kind === "table") return view.rows;
  if (view.kind === "record") return view.fields;
  if (view.kind === "text") return [[view.text]];
  if (view.kind === "diff")
    return view.groups.flatMap(({ title, lines }) =>
      lines.map(([mark, text]) => (title === "" ? [mark, text] : [title, mark, text])),
    );
  return view.sections.flatMap(([name, inner]) => linesOfView(inner).map((line) => [name, ...line]));
}

export function heading(terminal: Terminal, layout: TableLayout, columns: readonly Cell[]): string {
  return `${paint(terminal, terminal.out, "bold", layout.line(columns).trimEnd())}\n`;
}

const ending = (text: string) => (text === "" || text.endsWith("\n") ? text : `${text}\n`);

/** What was wrong with the input, one line each: members of a request, or cells of an uploaded file. */
function faultLines({ errors, faults, fault_count: count }: Record<string, unknown>): string[] {
  const members = objects(errors).map(({ path, message }) => (path ? `${path}: ${message}` : `${message}`));
  const cells = objects(faults).map(({ line, column, value, reason }) =>
    [
      `line ${line}`,
      column === null ? undefined : `column ${column}`,
      value === null ? undefined : JSON.stringify(value),
      reason,
    ]
      .filter((part) => part !== undefined)
      .join(" · "),
  );
  const more = typeof count === "number" && count > cells.length ? [`and ${count - cells.length} more`] : [];
  return [...members, ...cells, ...more];
}

function objects(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value)
    ? value.filter((item): item is Record<string, unknown> => typeof item === "object" && item !== null)
    : [];
}
