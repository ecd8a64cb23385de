import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface Generated {
  name: string;
  /** The committed file or folder. */
  path: string;
  make: () => void;
}

/** What is derived from the routes and the commands, in the order in which one is made from the other. */
export const generated: readonly Generated[] = [
  {
    name: "contract",
    path: "openapi/wizdata.json",
    make: () => writeWhole("openapi/wizdata.json", run("packages/server/src/contract.ts")),
  },
  { name: "SDK", path: "packages/sdk/src/generated", make: () => run("packages/sdk/scripts/generate.ts") },
  { name: "SDK reference", path: "docs/sdk.md", make: () => run("packages/sdk/scripts/reference.ts") },
  { name: "CLI reference", path: "docs/cli.md", make: () => run("packages/cli/scripts/reference.ts") },
];

/** The files that differ from what would be generated now. The working tree is left as it was. */
export function driftOf({ path, make }: Generated): string[] {
  const scratch = mkdtempSync(join(tmpdir(), "wizdata-drift-"));
  const kept = join(scratch, "kept");
  if (existsSync(path)) cpSync(path, kept, { recursive: true, preserveTimestamps: true });
  const before = contentOf(path);
  const drift = () => {
    const after = contentOf(path);
    return [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
  };
  try {
    make();
    return drift().sort();
  } finally {
    if (drift().length > 0) {
      rmSync(path, { recursive: true, force: true });
      if (existsSync(kept)) cpSync(kept, path, { recursive: true, preserveTimestamps: true });
    }
    rmSync(scratch, { recursive: true, force: true });
  }
}

function contentOf(path: string): Map<string, string> {
  if (!existsSync(path)) return new Map();
  if (statSync(path).isFile()) return new Map([[path, readFileSync(path, "utf8")]]);
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => join(entry.parentPath, entry.name)).map((file) => [file, readFileSync(file, "utf8")]),
  );
}

function run(script: string): string {
  try {
    return execFileSync("node", [script], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: 64 * 1024 ** 2,
    });
  } catch (error) {
    const reason = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    throw new Error(`${script} failed:\n${reason.trim()}`, { cause: error });
  }
}

function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
