import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

// What JavaScript holds of a job is a few thousand rows; left to itself, V8 would rather grow than collect.
const heapFlags = ["--max-old-space-size=128", "--max-semi-space-size=2"];

/**
 * What the runtime of a worker is started with. On Deno a worker may do less than the server: it reads and writes the home,
 * loads the two native modules, and reaches neither network nor programs. Without these Deno would give it every permission.
 */
export function workerRuntimeArgs(home: string): string[] {
  if (process.versions.deno === undefined) return heapFlags;
  const code = fileURLToPath(new URL("../..", import.meta.url));
  const modules = dirname(dirname(createRequire(import.meta.url).resolve("better-sqlite3/package.json")));
  return [
    "run",
    "--no-prompt",
    "--no-remote",
    `--v8-flags=${heapFlags.join(",")}`,
    `--allow-read=${[home, code, modules].join(",")}`,
    `--allow-write=${home}`,
    `--allow-ffi=${modules}`,
    "--allow-sys",
    "--allow-env",
  ];
}
