import { readdirSync, readFileSync } from "node:fs";

// What the kernel knows of processes. Where there is no /proc, as on macOS, nothing is known.

const microsPerTick = 10_000; // USER_HZ is 100 on every Linux
const bytesPerMb = 2 ** 20;

/** User and system time of a process and all its threads, without its children. */
export function cpuMicros(pid: number): number | undefined {
  const fields = statOf(pid);
  return fields && (Number(fields[11]) + Number(fields[12])) * microsPerTick;
}

/** A process and everything that it started and that still runs. */
export function family(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirOr("/proc").filter((name) => /^\d+$/.test(name))) {
    const parent = Number(statOf(Number(name))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [pid];
  for (const member of found) found.push(...(children.get(member) ?? []));
  return found;
}

/** Resident memory of these processes together; what they share counts in each. */
export function residentMb(pids: number[]): number {
  const kb = pids.map((pid) => Number(/VmRSS:\s+(\d+)/.exec(readOr(`/proc/${pid}/status`))?.[1] ?? 0));
  return (kb.reduce((sum, one) => sum + one, 0) * 1024) / bytesPerMb;
}

/** The fields after the name, which may itself have spaces and brackets: state, parent, … */
function statOf(pid: number): string[] | undefined {
  const text = readOr(`/proc/${pid}/stat`);
  return text === "" ? undefined : text.slice(text.lastIndexOf(")") + 2).split(" ");
}

function readOr(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function readdirOr(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
