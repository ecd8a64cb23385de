// Builds the package in the current folder into dist/, which is what is published.
// dist/ mirrors the package (dist/src, dist/migrations …), so that a path relative to a source file holds in both.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { packageFaults } from "./building/accept.ts";
import { bundle, publishedDependencies, writeNotices } from "./building/bundle.ts";
import { type Manifest, type Modules, publishedManifest } from "./building/manifest.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const manifest: Manifest = JSON.parse(readFileSync("package.json", "utf8"));
const commonJs = "tsconfig.cjs.json";
const modules: Modules = existsSync(commonJs) ? "both" : "esm";

rmSync("dist", { recursive: true, force: true });
const isCommand = manifest.inlined !== undefined;
if (isCommand) {
  await bundle(process.cwd(), manifest, "dist");
  writeNotices(manifest, "dist");
} else compile("tsconfig.build.json");
if (modules === "both") {
  compile(commonJs);
  // The nearest package.json says how a file is to be read, to Node and to the compiler alike.
  writeJson(join("dist", "cjs", "package.json"), { type: "commonjs" });
}
copyRest();
const files = isCommand ? [...manifest.files, "NOTICES"] : manifest.files;
const dependencies = isCommand ? publishedDependencies(manifest) : manifest.dependencies;
writeJson(
  join("dist", "package.json"),
  publishedManifest({ ...manifest, files, ...(dependencies && { dependencies }) }, modules),
);
for (const path of Object.values(manifest.bin ?? {})) chmodSync(join("dist", path.replace(/\.ts$/, ".js")), 0o755);
const faults = [...sourcePathFaults(), ...(await packageFaults("dist", "." in manifest.exports ? modules : undefined))];
for (const fault of faults) console.error(`${manifest.name}: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

function compile(project: string): void {
  const tsc = join(root, "node_modules", ".bin", "tsc");
  const { status } = spawnSync(tsc, ["--project", project], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

function writeJson(path: string, value: object): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Everything in `files` that tsc does not make, and what a reader of the package expects beside it. */
function copyRest(): void {
  const entries = globSync(
    manifest.files.map((folder) => `${folder}/**/*`),
    { withFileTypes: true },
  );
  for (const path of entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))) {
    const inPackage = relative(process.cwd(), path);
    if (!/\.tsx?$|^src\/testing\//.test(inPackage)) cpSync(path, join("dist", inPackage));
  }
  cpSync(join(root, "LICENSE"), "dist/LICENSE");
  if (existsSync("README.md")) cpSync("README.md", "dist/README.md");
}

/** tsc rewrites `.ts` in imports, not in strings: a worker started by such a path would be missing once published. */
function sourcePathFaults(): string[] {
  return globSync("dist/{src,cjs}/**/*.js").flatMap((path) => {
    const found = readFileSync(path, "utf8").match(/["'`]\.{1,2}\/[^"'`\s]*(?<!\.d)\.ts["'`]/g) ?? [];
    return found.map((text) => `${path} names the source file ${text}, which is not published`);
  });
}
