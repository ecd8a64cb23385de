// Everything that can be said about the repository without running it: style, types, dead code, and nothing derived that is stale.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { driftOf, generated } from "./checking/generated.ts";
import { lockfileFaults } from "./checking/lockfile.ts";

interface Step {
  name: string;
  /** The command that repairs it, or shows more. */
  fix: string;
  /** Why it fails; empty when it does not. */
  run: () => string;
}

const contract = "openapi/wizdata.json";
const steps: Step[] = [
  {
    name: "style",
    fix: "npx biome check --write",
    run: command("biome", "check", "--error-on-warnings", "--diagnostic-level=warn", "--max-diagnostics=20"),
  },
  { name: "types", fix: "npx turbo run typecheck", run: types },
  { name: "types of scripts", fix: "npx tsc --project .", run: command("tsc", "--project", ".") },
  { name: "dead code", fix: "npx knip", run: command("knip", "--no-progress") },
  { name: "lockfile", fix: "git checkout package-lock.json && npm install --package-lock-only", run: lockfile },
  { name: "contract style", fix: `npx redocly lint ${contract}`, run: command("redocly", "lint", contract) },
  ...generated.map((item) => ({
    name: `drift of ${item.name}`,
    fix: "npm run openapi",
    run: () => driftOf(item).join("\n"),
  })),
  {
    name: "drift of migrations",
    fix: "node packages/server/scripts/migrations.ts generate NAME",
    run: command("node", "packages/server/scripts/migrations.ts", "check"),
  },
];

const failed = steps.filter((step) => !passes(step));
console.log(
  failed.length === 0 ? `${steps.length} checks passed` : `${failed.length} of ${steps.length} checks failed`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

function passes({ name, fix, run }: Step): boolean {
  const startedAt = performance.now();
  const reason = attempt(run);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5);
  if (reason === "") {
    console.log(`ok     ${seconds} s  ${name}`);
    return true;
  }
  console.log(`failed ${seconds} s  ${name.padEnd(24)} fix: ${fix}`);
  console.log(reason.trimEnd().replace(/^/gm, "  │ "));
  return false;
}

function attempt(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function command(name: string, ...args: string[]): () => string {
  return () => {
    const { status, stdout, stderr, error } = spawnSync(name, args, { encoding: "utf8", maxBuffer: 64 * 1024 ** 2 });
    if (status === 0) return "";
    return `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}` || `${name} ended with ${status}`;
  };
}

function types(): string {
  const args = ["run", "typecheck", "--output-logs=errors-only", "--continue"];
  const { status, stdout, stderr } = spawnSync("turbo", args, { encoding: "utf8", maxBuffer: 64 * 1024 ** 2 });
  // turbo calls it a success when it found no package at all.
  return status === 0 && !stderr.includes("No tasks were executed") ? "" : stdout + stderr;
}

function lockfile(): string {
  return lockfileFaults(JSON.parse(readFileSync("package-lock.json", "utf8"))).join("\n");
}
