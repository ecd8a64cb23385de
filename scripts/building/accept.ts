import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import type { Modules } from "./manifest.ts";

// Resolution as it was before Node 16 is nobody's concern: Node 22 is required.
const profiles: Record<Modules, string> = { esm: "esm-only", both: "node16" };

/**
 * What publint and attw ("are the types wrong") say against the packed folder: one line each, none when it may be published.
 * `modules` is undefined for a package that is only a command.
 */
export async function packageFaults(folder: string, modules: Modules | undefined): Promise<string[]> {
  const scratch = mkdtempSync(join(tmpdir(), "wizdata-pack-"));
  try {
    const tarball = pack(folder, scratch);
    const faults = await publintFaults(folder, tarball);
    // A package that is only a command has no types that could be wrong, and attw takes that for an error.
    return modules ? [...faults, ...attwFaults(tarball, modules)] : faults;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function pack(folder: string, into: string): string {
  const args = ["pack", "--silent", "--ignore-scripts", `--pack-destination=${into}`];
  return join(into, execFileSync("npm", args, { cwd: folder, encoding: "utf8" }).trim());
}

async function publintFaults(folder: string, tarball: string): Promise<string[]> {
  const bytes = readFileSync(tarball);
  const packed = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages } = await publint({ pack: { tarball: packed }, strict: true });
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return messages
    .filter((message) => message.type !== "suggestion")
    .map((message) => `publint: ${formatMessage(message, manifest, { color: false })}`);
}

function attwFaults(tarball: string, modules: Modules): string[] {
  const args = [tarball, "--profile", profiles[modules], "--no-emoji", "--no-color"];
  const result = spawnSync("attw", args, { encoding: "utf8" });
  return result.status === 0 ? [] : [`attw: ${result.stdout}${result.stderr}${result.error?.message ?? ""}`];
}
