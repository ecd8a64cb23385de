import { fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ServerProcess, startServer } from "./server-process.ts";

const main = new URL("../packages/server/src/main.ts", import.meta.url);
const folder = fileURLToPath(new URL("../node_modules/.cache/bench-usage", import.meta.url));

/** 10 000 000 take the meter a quarter of an hour to store and 8 GB to keep: that many only for who says so. */
export const usageEvents = Number(process.env.WIZDATA_BENCH_EVENTS ?? 100_000);
/** As 100 000 are to 10 000 000. */
export const fewEvents = Math.max(1_000, Math.round(usageEvents / 100));

/** A home that was filled by the meter; kept for the next time, since to fill it takes long. */
export type UsageHome = { home: string; operatorKey: string; secret: string; partnerId: string };

export async function usageHome(events: number): Promise<UsageHome> {
  const home = join(folder, String(events));
  const done = join(home, "seeded.json");
  if (!existsSync(done)) {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    const environment = { ...process.env, DATABASE_URL: "" };
    const child = fork(new URL("seed-process.ts", import.meta.url), [home, String(events)], { env: environment });
    const [code] = await once(child, "exit");
    if (code !== 0) throw new Error(`seeding ended with ${code}`);
  }
  return { home, ...JSON.parse(readFileSync(done, "utf8")) };
}

export const serveUsage = ({ home }: UsageHome): Promise<ServerProcess> =>
  startServer(main, [], { WIZDATA_HOME: home, WIZDATA_PORT: "0", WIZDATA_LOG: "warn", DATABASE_URL: "" });

export const storedBytes = ({ home }: UsageHome): number => statSync(join(home, "control.sqlite")).size;
