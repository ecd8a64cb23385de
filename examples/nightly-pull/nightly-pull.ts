import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Export, NotFoundError, WizData } from "@wizdata/sdk";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { format: { type: "string", default: "parquet" } },
});
const [slug, folder] = positionals;
const format = values.format === "csv" ? "csv" : "parquet";
if (!slug || !folder) throw new Error("node nightly-pull.ts DATASET FOLDER [--format csv]");

/** What the last run got to: a version whose files are here, and an order whose files are on their way. */
type State = { have: number | null; ordered: { version: number; export: string } | null };
const stateFile = join(folder, "state.json");

const wizdata = new WizData();
await mkdir(folder, { recursive: true });
const state = await readState();
const { current_version: version } = await wizdata.datasets.retrieve(slug);
if (version === null) throw new Error(`${slug} has no version yet.`);

if (state.have === version) {
  console.log(`${slug}: version ${version} is here already.`);
} else {
  const order = await findOrder(version);
  // Before waiting for it: whoever is killed from now on goes on with this very export.
  await writeState({ ...state, ordered: { version, export: order.id } });
  await wizdata.exports.wait(order.id);
  const files = await wizdata.exports.download(order.id, { to: join(folder, `v${version}`) });
  await writeState({ have: version, ordered: null });
  console.log(`${slug}: version ${version} in ${files.length} files, each with the hash of its manifest.`);
}

/** The export that an earlier run ordered, while it lives; else a new one. */
async function findOrder(version: number): Promise<Export> {
  const { ordered } = state;
  if (ordered?.version === version) {
    try {
      const known = await wizdata.exports.retrieve(ordered.export);
      if (["queued", "running", "ready"].includes(known.status)) return known;
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
    }
  }
  return wizdata.exports.create({ dataset: slug ?? "", version, format });
}

async function readState(): Promise<State> {
  const text = await readFile(stateFile, "utf8").catch(() => undefined);
  return text === undefined ? { have: null, ordered: null } : (JSON.parse(text) as State); // as written just below
}

/** In one step: a kill leaves the old state or the new one. */
async function writeState(next: State): Promise<void> {
  await writeFile(`${stateFile}.new`, JSON.stringify(next), { flush: true });
  await rename(`${stateFile}.new`, stateFile);
}
