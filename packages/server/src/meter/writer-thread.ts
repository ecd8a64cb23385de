import { parentPort, workerData } from "node:worker_threads";
import { packOutcomes } from "./outcome-message.ts";
import type { ThreadAnswer } from "./sqlite-writer.ts";
import { openWriting, type WritingSetup } from "./writing.ts";

// The thread that stores usage: while it waits for the disk, the event loop goes on answering.

const setup: WritingSetup = workerData; // as sqlite-writer.ts gives it
const writing = openWriting(setup);

parentPort?.on("message", (message: string | null) => {
  // Messages are text: copying objects between threads costs several times as much.
  if (message !== null) {
    const written = writing.answer(JSON.parse(message));
    const answer: ThreadAnswer = "error" in written ? written : packOutcomes(written.outcomes);
    return parentPort?.postMessage(JSON.stringify(answer));
  }
  writing.close();
  parentPort?.postMessage("null");
});
