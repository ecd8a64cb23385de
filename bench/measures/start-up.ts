import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "../../scripts/building/bundle.ts";
import type { Measure } from "../measure.ts";

const folder = fileURLToPath(new URL("../../packages/cli", import.meta.url));
const cache = fileURLToPath(new URL("../../node_modules/.cache-bench-", import.meta.url));
const bareFetch = fileURLToPath(new URL("../peers/bare-fetch.mjs", import.meta.url));
const runsPerRound = 10;
const runsBefore = 3;

/** How much longer one run of the built command takes than Node takes to do nothing. */
const whole = (name: string, args: readonly string[], goal: number): Measure => ({
  name,
  unit: "ms more",
  peerName: "node -e 0",
  goal,
  needs: [],
  open: (run) =>
    withBuiltCommand(async ({ main, home }) => {
      const ours = () => untilExit([main, ...args], home);
      await repeat(runsBefore, ours);
      return run({
        ours: async () => ({ millis: await median(ours) }),
        peer: async () => ({ millis: await median(() => untilExit(["-e", "0"], home)) }),
      });
    }),
});

export const version = whole("cli-version", ["--version"], 15);
export const help = whole("cli-help", ["--help"], 45);

/** How much later than that of a script with nothing but one fetch the request of a command arrives. */
export const firstByte: Measure = {
  name: "cli-first-byte",
  unit: "ms more",
  peerName: "a script with one fetch",
  goal: 40,
  needs: [],
  open: (run) =>
    withBuiltCommand(({ main, home }) =>
      withListener(async (url, arrival) => {
        const env = { WIZDATA_BASE_URL: url, WIZDATA_API_KEY: `wz_live_${"0".repeat(49)}` };
        const until = async (args: readonly string[]) => {
          const startedAt = performance.now();
          const child = start(args, home, env);
          const ended = endOf(child);
          const arrivedAt = await Promise.race([arrival(), ended.then(() => Number.NaN)]);
          await ended;
          return arrivedAt - startedAt;
        };
        const ours = () => until([main, "datasets", "list", "--json"]);
        await repeat(runsBefore, ours);
        return run({
          ours: async () => ({ millis: await median(ours) }),
          peer: async () => ({ millis: await median(() => until([bareFetch, `${url}/api/v1/datasets`])) }),
        });
      }),
    ),
};

type Built = { main: string; home: string };

/** The command as it is published; only the packages beside it are those of the repository. */
async function withBuiltCommand<T>(work: (built: Built) => Promise<T>): Promise<T> {
  const home = mkdtempSync(cache);
  try {
    await bundle(folder, JSON.parse(readFileSync(join(folder, "package.json"), "utf8")), home);
    writeFileSync(join(home, "package.json"), '{"type":"module"}');
    return await work({ main: join(home, "src/main.js"), home });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function withListener<T>(work: (url: string, arrival: () => Promise<number>) => Promise<T>): Promise<T> {
  let arrived = Promise.withResolvers<number>();
  const server = createServer((_, response) => {
    arrived.resolve(performance.now());
    response.setHeader("content-type", "application/json").end('{"data":[],"has_more":false,"next_cursor":null}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  try {
    return await work(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`, async () => {
      const at = await arrived.promise;
      arrived = Promise.withResolvers();
      return at;
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function start(args: readonly string[], home: string, env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, args, { env: { HOME: home, ...env }, stdio: "ignore" });
}

async function untilExit(args: readonly string[], home: string): Promise<number> {
  const startedAt = performance.now();
  await endOf(start(args, home));
  return performance.now() - startedAt;
}

/** What fails is fast: a time counts only of what worked. */
async function endOf(child: ChildProcess): Promise<void> {
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${child.spawnargs.join(" ")} ended with ${code}`);
}

async function repeat(times: number, once: () => Promise<number>): Promise<number[]> {
  const all: number[] = [];
  for (let time = 0; time < times; time++) all.push(await once());
  return all;
}

async function median(once: () => Promise<number>): Promise<number> {
  const sorted = (await repeat(runsPerRound, once)).sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
