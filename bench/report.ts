import { statSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import type { Measure, Result } from "./measure.ts";
import { dataFile } from "./nse-kenya.ts";

/** What the figures depend on. */
export function header(rounds: number): string {
  const [cpu] = cpus();
  const bytesPerGb = 2 ** 30;
  return [
    `Machine  ${cpus().length} × ${cpu?.model.trim() ?? "unknown"}, ${(totalmem() / bytesPerGb).toFixed(0)} GB, ${process.platform} ${process.arch}`,
    `Node     ${process.version}`,
    `Input    nse-kenya, 285 730 lines of CSV, ${statSync(dataFile).size} bytes packed`,
    `Rounds   ${rounds} of ours and of the peer in turn; medians; low and high are the ratio's extremes`,
    "Clients  64 connections kept alive, one request open on each, from a process of their own over plain sockets",
  ].join("\n");
}

export const skipped = ({ name, needs }: Measure) => `${name} is left out: ${needs.join(" and ")} cannot be run here.`;

const isTime = (unit: string) => unit.endsWith(" more");
/** `ms` of `ms more`. */
const timeUnit = (unit: string) => unit.replace(" more", "");

const columns: [string, (result: Result) => string][] = [
  ["measure", ({ name }) => name],
  ["ours", ({ ours, unit }) => `${grouped(ours)} ${timeUnit(unit)}`],
  ["peer", ({ peer }) => (peer === null ? "–" : grouped(peer))],
  ["ratio", ({ ratio, unit }) => (ratio === null ? "–" : isTime(unit) ? `+ ${ratio} ${timeUnit(unit)}` : `${ratio}`)],
  ["low to high", ({ low, high }) => `${grouped(low)} to ${grouped(high)}`],
  ["goal", goalText],
  ["holds", ({ holds }) => (holds ? "yes" : "NO")],
  ["CPU µs ours / peer", cpuText],
  ["also seen", otherFacts],
  ["peer is", ({ peer_name }) => peer_name ?? "–"],
];

function goalText({ goal, unit }: Result): string {
  if (goal === null) return "–";
  if (unit === "ms p99" || unit === "ms") return `≤ ${goal} ×`;
  return isTime(unit) ? `≤ + ${goal} ${timeUnit(unit)}` : `≥ ${goal}`;
}

function cpuText({ cpu_us_per_request: ours, peer_cpu_us_per_request: peer }: Result): string {
  return ours === undefined ? "–" : `${ours} / ${peer ?? "–"}`;
}

function otherFacts(result: Result): string {
  if (result.p99_ms !== undefined && result.peer_p99_ms !== undefined)
    return `p99 ${result.p99_ms} / ${result.peer_p99_ms} ms`;
  if (result.bytes_per_event !== undefined)
    return `${result.events} events, ${result.bytes_per_event} bytes each on disk`;
  if (result.slowest_ms !== undefined)
    return `${result.events} events, slowest ${result.slowest_ms} ms (goal ≤ ${result.restart_ms_max})`;
  if (result.bytes_per_window !== undefined)
    return `${result.windows} windows, ${result.bytes_per_window} bytes each, ${result.bytes_per_key} a key`;
  if (result.new_parts !== undefined)
    return `${result.new_parts} new part (goal ${result.new_parts_max}), ${result.bytes_written} bytes written`;
  if (result.exports !== undefined) return `${result.exports} exports meanwhile`;
  const { peak_memory_mb: memory, peak_memory_mb_max: memoryMax, file_calls: calls } = result;
  if (memory !== undefined) return `peak memory ${memory} MB (goal ≤ ${memoryMax})`;
  return calls === undefined ? "–" : `${calls} file calls, of a good key ${result.file_calls_of_good_key}`;
}

export function table(results: Result[]): string {
  const rows = [columns.map(([title]) => title), ...results.map((result) => columns.map(([, cell]) => cell(result)))];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const grouped = (value: number) => value.toLocaleString("en").replaceAll(",", " ");
