import { builtins, codeOf, unlessMissing } from "./builtins.ts";
import { FolderError } from "./folder-error.ts";

const beatMs = 5_000;
const silentMsMax = 30_000;

type Holder = { pid: number; host: string; id: string };

/** Does something while no other download writes to the folder. A holder that was killed does not keep it. */
export async function withFolder<T>(
  folder: string,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { fs, path } = builtins();
  const file = path.resolve(folder, ".wizdata-lock");
  const own = await take(file, folder);
  const controller = new AbortController();
  const stop = () => controller.abort(outer?.reason);
  outer?.addEventListener("abort", stop);
  if (outer?.aborted) stop();
  // The beat tells other machines that this one lives; a holder that slept too long finds here that it is none any more.
  const beat = setInterval(async () => {
    if (await isHeld(file, own)) await fs.utimes(file, new Date(), new Date()).catch(() => {});
    else controller.abort(busy(folder, "has taken it over"));
  }, beatMs);
  beat.unref();
  try {
    return await work(controller.signal);
  } finally {
    clearInterval(beat);
    outer?.removeEventListener("abort", stop);
    if (await isHeld(file, own)) await fs.rm(file, { force: true });
  }
}

async function take(file: string, folder: string): Promise<string> {
  const { fs, os } = builtins();
  const own: Holder = { pid: process.pid, host: os.hostname(), id: crypto.randomUUID() };
  const text = JSON.stringify(own);
  for (let attempt = 0; attempt < 3; attempt++) {
    const isMade = await fs.writeFile(file, text, { flag: "wx" }).then(() => true, unlessThere);
    if (isMade) return text;
    const holder = await livingHolder(file);
    if (holder !== undefined) throw busy(folder, `is at work in it (${holder})`);
    await removeStale(file);
  }
  throw busy(folder, "began at the same moment");
}

const busy = (folder: string, what: string) =>
  new FolderError("busy", `Another download ${what}: ${folder}. Wait for its end, or choose another folder.`);

function unlessThere(error: unknown): false {
  if (codeOf(error) !== "EEXIST") throw error;
  return false;
}

/** Who holds the lock, in words, or undefined when nobody who lives does. */
async function livingHolder(file: string): Promise<string | undefined> {
  const { fs, os } = builtins();
  const [text, found] = await Promise.all([
    fs.readFile(file, "utf8").catch(unlessMissing),
    fs.stat(file).catch(unlessMissing),
  ]);
  if (text === undefined || !found || Date.now() - found.mtimeMs > silentMsMax) return undefined;
  const { pid, host } = holderOf(text);
  if (host === os.hostname() && pid !== undefined && !isRunning(pid)) return undefined;
  return pid === undefined ? "it has just begun" : `process ${pid} on ${host}`;
}

function holderOf(text: string): Partial<Holder> {
  try {
    // Written by take(), or cut short by a kill.
    return JSON.parse(text) as Holder;
  } catch {
    return {};
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of another user may not be asked, and runs.
    return codeOf(error) === "EPERM";
  }
}

/** Moved aside before it is removed: of two that find it stale at once, one moves it, and the other sees what it took. */
async function removeStale(file: string): Promise<void> {
  const { fs } = builtins();
  const aside = `${file}.${crypto.randomUUID()}`;
  const before = await fs.readFile(file, "utf8").catch(unlessMissing);
  const isMoved = await fs.rename(file, aside).then(() => true, unlessMissing);
  if (!isMoved) return;
  const moved = await fs.readFile(aside, "utf8");
  if (moved !== before) await fs.writeFile(file, moved, { flag: "wx" }).catch(unlessThere);
  await fs.rm(aside, { force: true });
}

async function isHeld(file: string, own: string): Promise<boolean> {
  return (
    (await builtins()
      .fs.readFile(file, "utf8")
      .catch(() => "")) === own
  );
}
