import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WizData } from "@wizdata/sdk";
import { commandOn, type Disk } from "./disk.ts";
import { dataFile, dataset } from "./nse-kenya.ts";
import { type ServerProcess, startServer } from "./server-process.ts";

const real = new URL("../packages/server/src/main.ts", import.meta.url);

/** Our real server on a home of its own. */
export type Platform = ServerProcess & {
  home: string;
  operator: WizData;
  publish(): Promise<{ rows: number }>;
  /** The keys of so many new partners of the largest plan, each subscribed to the dataset under the largest tier. */
  onboard(partners: number): Promise<string[]>;
};

export async function withPlatform<T>(
  disk: Disk,
  work: (platform: Platform) => Promise<T>,
  settings: Record<string, string> = {},
  main = real,
): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), "wizdata-bench-"));
  const environment = {
    WIZDATA_HOME: home,
    WIZDATA_PORT: "0",
    WIZDATA_LOG: "warn",
    DATABASE_URL: "",
    // Setting up takes hundreds of calls a second; what is measured has limits of its own.
    WIZDATA_UNMETERED_CALLS_PER_MINUTE: "1000000",
    ...settings,
  };
  try {
    const server = await startServer(main, [], environment, commandOn(disk));
    try {
      const operator = new WizData({ baseURL: server.url, apiKey: server.operatorKey ?? "" });
      return await work({
        ...server,
        home,
        operator,
        publish: () => publish(operator),
        onboard: (partners) => Promise.all(Array.from({ length: partners }, (_, at) => onboard(operator, at))),
      });
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function publish(operator: WizData): Promise<{ rows: number }> {
  await operator.datasets.create(dataset);
  const { rows } = await operator.datasets.publish(dataset.slug, readFileSync(dataFile));
  return { rows };
}

async function onboard(operator: WizData, at: number): Promise<string> {
  const partner = await operator.partners.create({
    company: `Partner ${at}`,
    email: `data@partner${at}.example`,
    plan: "enterprise",
  });
  await operator.datasets.subscribe(dataset.slug, { partner_id: partner.id, tier: "enterprise" });
  const { secret } = await operator.keys.create(partner.id, { name: "bench" });
  return secret;
}
