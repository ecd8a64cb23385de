import { Gauge } from "prom-client";
import { countByStatus } from "../exports/queries.ts";
import type { Services } from "../services.ts";
import type { Metrics } from "./metrics.ts";

/** What is read only when a monitor asks. */
export function addGauges({ registry }: Metrics, { store, meter, readiness }: Services, version: string): void {
  const registers = [registry];
  new Gauge({
    name: "wizdata_build_info",
    help: "Always 1; what runs here is in the labels.",
    labelNames: ["version", "node", "database"] as const,
    registers,
  }).set({ version, node: process.versions.node, database: store.dialect }, 1);
  new Gauge({
    name: "wizdata_ready",
    help: "1 when this process should get traffic.",
    registers,
    collect() {
      this.set(readiness.reason === undefined ? 1 : 0);
    },
  });
  new Gauge({
    name: "wizdata_commits_waiting",
    help: "Metered answers that wait for their group to be written.",
    registers,
    collect() {
      this.set(meter.waiting());
    },
  });
  new Gauge({
    name: "wizdata_worker_processes",
    help: "Child processes that do bulk work.",
    registers,
    collect() {
      this.set(process.getActiveResourcesInfo().filter((kind) => kind === "ProcessWrap").length);
    },
  });
  new Gauge({
    name: "wizdata_exports",
    help: "Export jobs of the platform that have not ended, by status.",
    labelNames: ["status"] as const,
    registers,
    async collect() {
      this.reset();
      // While the database is away the rest is worth the more.
      const counts = await countByStatus(store.db).catch(() => []);
      for (const { status, count } of counts) this.set({ status }, count);
    },
  });
}
