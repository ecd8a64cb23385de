const nodeMin = ">=22";
const kept = [
  "name",
  "version",
  "description",
  "keywords",
  "license",
  "type",
  "sideEffects",
  "browser",
  "dependencies",
] as const;

export interface Manifest extends Partial<Record<Exclude<(typeof kept)[number], "dependencies">, unknown>> {
  name: string;
  files: string[];
  exports: Record<string, string>;
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  /** Packages that are put into a command's own files; see bundle.ts. */
  inlined?: string[];
}

/** Which module systems a package is built for. What is built for CommonJS is in `cjs`, a mirror of `src`. */
export type Modules = "esm" | "both";

/** What is published: the workspace's manifest with its entries leading to what was built from them. */
export function publishedManifest(manifest: Manifest, modules: Modules = "esm"): Record<string, unknown> {
  const entryOf = modules === "both" ? builtEntries : builtEntry;
  return {
    ...Object.fromEntries(kept.filter((name) => name in manifest).map((name) => [name, manifest[name]])),
    engines: { node: nodeMin },
    ...(manifest.bin && { bin: mapValues(manifest.bin, builtPath) }),
    exports: mapValues(publicExports(manifest.exports), entryOf),
    files: modules === "both" ? [...manifest.files, "cjs"] : manifest.files,
  };
}

/** Entries for the tests of other packages stay in the workspace. */
function publicExports(exports: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(exports).filter(([, target]) => !target.startsWith("./src/testing/")));
}

type Entry = string | { types: string; default: string };

function builtEntry(source: string): Entry {
  if (!source.endsWith(".ts")) return source;
  return { types: source.replace(/\.ts$/, ".d.ts"), default: builtPath(source) };
}

function builtEntries(source: string): Entry | { import: Entry; require: Entry } {
  if (!source.endsWith(".ts")) return source;
  return { import: builtEntry(source), require: builtEntry(source.replace("./src/", "./cjs/")) };
}

function builtPath(source: string): string {
  return source.replace(/\.ts$/, ".js");
}

function mapValues<T, U>(record: Record<string, T>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
