import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Manifest } from "./manifest.ts";

/** What a start of the command reads at most, in bytes: the entry and everything that it and its imports import at once. */
export type Bundle = { startBytes: number };

/**
 * Puts a command and the packages that its manifest names as `inlined` into few files, because a start that reads a
 * hundred takes several times as long. What is imported only when it is needed stays in files of its own.
 */
export async function bundle(folder: string, manifest: Manifest, outdir: string): Promise<Bundle> {
  const [entry] = Object.values(manifest.bin ?? {});
  if (!entry) throw new Error(`${manifest.name} has no command to bundle.`);
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: [entry],
    outdir: join(outdir, "src"),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node22",
    // Names stay, for a stack that a user reports must tell where it was.
    minifyWhitespace: true,
    minifySyntax: true,
    metafile: true,
    external: Object.keys(publishedDependencies(manifest)),
    chunkNames: "[name]-[hash]",
    logLevel: "warning",
  });
  return { startBytes: startBytesOf(metafile.outputs) };
}

type Outputs = Record<string, { bytes: number; entryPoint?: string; imports: { path: string; kind: string }[] }>;

/** The entry imports `start` as the first thing it does, so that counts as well. */
function startBytesOf(outputs: Outputs): number {
  const entries = Object.entries(outputs).filter(([, { entryPoint }]) =>
    /^src\/(main|start)\.ts$/.test(entryPoint ?? ""),
  );
  const read = new Set<string>();
  const visit = (path: string) => {
    if (read.has(path) || !outputs[path]) return;
    read.add(path);
    for (const { path: next, kind } of outputs[path].imports) if (kind === "import-statement") visit(next);
  };
  for (const [path] of entries) visit(path);
  return [...read].reduce((bytes, path) => bytes + (outputs[path]?.bytes ?? 0), 0);
}

/** What has to be installed beside a package: what it needs itself, and what the packages need that are within it. */
export function publishedDependencies(manifest: Manifest): Record<string, string> {
  const { inlined = [], dependencies = {} } = manifest;
  const own = Object.entries(dependencies).filter(([name]) => !inlined.includes(name));
  const ofInlined = inlined.flatMap((name) => Object.entries(manifestOf(name).dependencies ?? {}));
  return Object.fromEntries([...own, ...ofInlined.filter(([name]) => !inlined.includes(name))].sort());
}

/** The licences of what others wrote and is now within the package. */
export function writeNotices(manifest: Manifest, outdir: string): void {
  const others = (manifest.inlined ?? []).filter((name) => !name.startsWith("@wizdata/"));
  const notices = others.map((name) => `${name}\n\n${readFileSync(join(folderOf(name), "LICENSE"), "utf8").trim()}\n`);
  if (notices.length > 0) writeFileSync(join(outdir, "NOTICES"), notices.join("\n\n"));
}

const folderOf = (name: string) => join(import.meta.dirname, "../../node_modules", name);
const manifestOf = (name: string): Manifest => JSON.parse(readFileSync(join(folderOf(name), "package.json"), "utf8"));
