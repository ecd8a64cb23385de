// Runs what would break the product's promises: npm run prove -- [NAME…] [--quick] [--seed N]
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { Proof } from "./proving/proof.ts";
import { withRecord } from "./proving/record.ts";

const proofs = new URL("../proofs/", import.meta.url);
const reliability = new URL("../docs/reliability.md", import.meta.url);
const seedMax = 2 ** 31;
const minutesMax = { quick: 6, whole: 60 };

const names = readdirSync(proofs)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => basename(file, ".ts"))
  .sort();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean", default: false }, seed: { type: "string" } },
});
const { quick } = values;
const seed = Number(values.seed ?? Math.floor(Math.random() * seedMax));
if (positionals.some((name) => !names.includes(name)) || !Number.isSafeInteger(seed)) {
  console.error(`Usage: npm run prove -- [--quick] [--seed N] [${names.join(" | ")} …]`);
  process.exit(2);
}

let failures = 0;
for (const name of names.filter((name) => positionals.length === 0 || positionals.includes(name))) {
  if (!(await holds(name))) failures += 1;
}
// A proof that failed half-way may have left something open.
process.exit(failures === 0 ? 0 : 1);

async function holds(name: string): Promise<boolean> {
  const { default: proof } = (await import(new URL(`${name}.ts`, proofs).href)) as { default: Proof };
  const startedAt = performance.now();
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(0)} s`;
  console.log(`${name}: ${proof.summary}`);
  try {
    const say = (text: string) => console.error(`  ${text}`);
    const { figures } = await Promise.race([proof.run({ quick, seed, say }), tooLate()]);
    console.log(`${name}: holds, ${figures} (${quick ? "quick, " : ""}seed ${seed}, ${seconds()})`);
    if (!quick) record(name, proof, figures);
    return true;
  } catch (error) {
    console.log(`${name}: DOES NOT HOLD (seed ${seed}, ${seconds()})`);
    console.log(error instanceof Error ? (error.stack ?? error.message) : error);
    console.log(`Again: npm run prove -- ${name} --seed ${seed}${quick ? " --quick" : ""}`);
    return false;
  }
}

function tooLate(): Promise<never> {
  const minutes = quick ? minutesMax.quick : minutesMax.whole;
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`It has not ended after ${minutes} minutes.`)), minutes * 60_000).unref();
  });
}

function record(name: string, { summary }: Proof, figures: string): void {
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? "unknown"}, Node ${process.versions.node}`;
  const date = new Date().toISOString().slice(0, 10);
  const document = readFileSync(reliability, "utf8");
  writeFileSync(reliability, withRecord(document, { name, summary, figures, date, machine }));
}
