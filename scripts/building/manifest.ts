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

export interface Manifest extends Partial<Record<(typeof kept)[number], unknown>> {
  name: string;
  files: string[];
  exports: Record<string, string>;
  bin?: Record<string, string>;
}

/** What is published: the workspace's manifest with its entries leading to what was built from them. */
export function publishedManifest(manifest: Manifest): Record<string, unknown> {
  return {
    ...Object.fromEntries(kept.filter((name) => name in manifest).map((name) => [name, manifest[name]])),
    engines: { node: nodeMin },
    ...(manifest.bin && { bin: mapValues(manifest.bin, builtPath) }),
    exports: mapValues(publicExports(manifest.exports), builtEntry),
    files: manifest.files,
  };
}

/** Entries for the tests of other packages stay in the workspace. */
function publicExports(exports: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(exports).filter(([, target]) => !target.startsWith("./src/testing/")));
}

function builtEntry(source: string): string | { types: string; default: string } {
  if (!source.endsWith(".ts")) return source;
  return { types: source.replace(/\.ts$/, ".d.ts"), default: builtPath(source) };
}

function builtPath(source: string): string {
  return source.replace(/\.ts$/, ".js");
}

function mapValues<T, U>(record: Record<string, T>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
