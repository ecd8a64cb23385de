import { parentPort, workerData } from "node:worker_threads";
import type { EvidenceOf } from "./evidence.ts";
import { runCheck } from "./run-check.ts";

// A check reads all there is: in a thread, so that the event loop goes on answering.

export type CheckSetup = { config: EvidenceOf; quick: boolean };

const { config, quick }: CheckSetup = workerData; // as runner.ts gives it
parentPort?.postMessage(await runCheck(config, { quick }));
