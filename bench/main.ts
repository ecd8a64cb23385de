// Side-by-side measurements: npm run bench -- [--json] [--rounds N] [NAME…]
import { parseArgs } from "node:util";
import { isUsable } from "./disk.ts";
import type { Measure, Result } from "./measure.ts";
import { append } from "./measures/append.ts";
import { downloadMeasure } from "./measures/download.ts";
import { exportCsvMeasure } from "./measures/export-csv.ts";
import { garbageKeyMeasure } from "./measures/garbage-key.ts";
import { limiter } from "./measures/limiter.ts";
import { meterEvents } from "./measures/meter-events.ts";
import { packedPage, page } from "./measures/page.ts";
import { pageBesideExport } from "./measures/page-beside-export.ts";
import { pageRepeated } from "./measures/page-repeated.ts";
import { pageUnmetered, repeatedUnmetered } from "./measures/page-unmetered.ts";
import { publish } from "./measures/publish.ts";
import { restart } from "./measures/restart.ts";
import { sdkCall } from "./measures/sdk-call.ts";
import { firstByte, help, version } from "./measures/start-up.ts";
import { usageReport } from "./measures/usage-report.ts";
import { header, skipped, table } from "./report.ts";
import { runRounds } from "./rounds.ts";

const thorough = (measure: Measure): Measure => ({ ...measure, isThorough: true });

const measures: Measure[] = [
  page("as-is"),
  page("slow"),
  packedPage,
  pageUnmetered("as-is"),
  thorough(pageUnmetered("slow")),
  pageRepeated("as-is"),
  thorough(pageRepeated("slow")),
  repeatedUnmetered("as-is"),
  pageBesideExport,
  garbageKeyMeasure,
  exportCsvMeasure("as-is"),
  exportCsvMeasure("slow"),
  publish("as-is"),
  append,
  publish("slow"),
  version,
  help,
  firstByte,
  downloadMeasure,
  sdkCall,
  limiter,
  usageReport,
  restart,
  meterEvents(64, 50, "as-is"),
  thorough(meterEvents(64, 5_000, "as-is")),
  thorough(meterEvents(1_000, 50, "as-is")),
  meterEvents(1_000, 5_000, "as-is"),
  thorough(meterEvents(64, 50, "slow")),
  thorough(meterEvents(1_000, 5_000, "slow")),
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean", default: false }, rounds: { type: "string", default: "5" } },
});
const rounds = Number(values.rounds);
const unknown = positionals.filter((name) => !measures.some((measure) => measure.name === name));
if (unknown.length > 0 || !Number.isSafeInteger(rounds) || rounds < 1) {
  console.error(`Usage: npm run bench -- [--json] [--rounds N] [${measures.map(({ name }) => name).join(" | ")} …]`);
  process.exit(2);
}

// With --json stdout has results only.
const say = values.json ? console.error : console.log;
say(`${header(rounds)}\n`);
const results: Result[] = [];
const isWanted = ({ name, isThorough }: Measure) =>
  positionals.length === 0 ? !(isThorough && rounds === 1) : positionals.includes(name);
for (const measure of measures.filter(isWanted)) {
  if (!measure.needs.every(isUsable)) {
    console.error(skipped(measure));
    continue;
  }
  console.error(`${measure.name} …`);
  const result = await measure.open((contest) => runRounds(measure, contest, rounds));
  results.push(result);
  if (values.json) console.log(JSON.stringify(result));
}
if (!values.json) console.log(`\n${table(results)}`);
