#!/usr/bin/env node
const version = "0.1.0";

const [first] = process.argv.slice(2);
if (first === "--version" || first === "-V") {
  process.stdout.write(`${version}\n`);
} else {
  // Nothing is imported before the version is answered.
  if (process.versions.deno === undefined) keepCompiledCode();
  const { start } = await import("./start.ts");
  await start(version);
}

/** Compiling our own code is a third of a short run, and the same every time: Node keeps the result where only this user can write. Deno has a place of its own. */
function keepCompiledCode(): void {
  const { XDG_CACHE_HOME: cacheHome, HOME: home } = process.env;
  const { existsSync } = process.getBuiltinModule("node:fs");
  if (!cacheHome && !(home && existsSync(home))) return;
  process.getBuiltinModule("node:module").enableCompileCache?.(`${cacheHome || `${home}/.cache`}/wizdata/code`);
}
