#!/usr/bin/env node
const version = "0.1.0";

const [first] = process.argv.slice(2);
if (first === "--version" || first === "-V") {
  process.stdout.write(`${version}\n`);
} else {
  // Nothing is imported before the version is answered.
  const { start } = await import("./start.ts");
  await start(version);
}
