import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { NotFoundError, WizData } from "@wizdata/sdk";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { format: { type: "string", default: "parquet" } },
});
const [slug, folder] = positionals;
const format = values.format === "csv" ? "csv" : "parquet";
if (!slug || !folder) throw new Error("node nightly-pull.ts DATASET FOLDER [--format csv]");

/** `call` is what the order is known by before it has an id. */
type Order = { version: number; format: string; call: string; export: string | null };
/** What the last run got to: a version whose files are here, and an order whose files are on their way. */
type State = { have: number | null; ordered: Order | null };
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
  await wizdata.exports.wait(order);
  const files = await wizdata.exports.download(order, { to: join(folder, `v${version}`) });
  await writeState({ have: version, ordered: null });
  console.log(`${slug}: version ${version} in ${files.length} files, each with the hash of its manifest.`);
}

/** The export that an earlier run ordered, while it lives; else a new one. */
async function findOrder(version: number): Promise<string> {
  const earlier = state.ordered?.version === version && state.ordered.format === format ? state.ordered : undefined;
  if (earlier?.export && (await lives(earlier.export))) return earlier.export;
  // Written down before it is sent: whoever is killed before the answer comes makes the same call again, and is given the same export.
  const call = earlier?.export === null ? earlier.call : randomUUID();
  const order = { version, format, call, export: null };
  await writeState({ ...state, ordered: order });
  const wanted = { dataset: slug ?? "", version, format } as const;
  const { id } = await wizdata.exports.create(wanted, { idempotencyKey: call });
  await writeState({ ...state, ordered: { ...order, export: id } });
  return id;
}

async function lives(id: string): Promise<boolean> {
  try {
    const { status } = await wizdata.exports.retrieve(id);
    return ["queued", "running", "ready"].includes(status);
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
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
