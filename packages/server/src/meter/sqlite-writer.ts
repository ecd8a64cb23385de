import { once } from "node:events";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { eq, sql } from "../store/drizzle.ts";
import type { SqliteStore } from "../store/sqlite.ts";
import { threadDied } from "./failures.ts";
import { type OutcomeMessage, unpackOutcomes } from "./outcome-message.ts";
import { StoringFailed, type Writer } from "./writer.ts";
import type { WritingSetup, Written } from "./writing.ts";
import { addingStatements, rightsStatements } from "./writing-sql.ts";

const threadFile = new URL(`./writer-thread${extname(import.meta.url)}`, import.meta.url);

export type ThreadAnswer = OutcomeMessage | Extract<Written, { error: unknown }>;

/** Writes in a thread of its own, in turn with every other writer of the file. */
export function openSqliteWriter(
  { file, db, turns }: SqliteStore,
  chain: string,
  onDeath: (error: Error) => void,
): Writer {
  const workerData = writingSetup({ file, db }, chain);
  const thread = new Worker(threadFile, { workerData, execArgv: [], env: {} });
  let isClosing = false;
  let waiting: PromiseWithResolvers<ThreadAnswer> | undefined;
  let dead: StoringFailed | undefined;

  const die = (reason: string) => {
    if (isClosing || dead) return;
    dead = new StoringFailed(`The thread that stores usage has died: ${reason}`, threadDied);
    waiting?.reject(dead);
    onDeath(dead);
  };
  thread.on("message", (text: string) => waiting?.resolve(JSON.parse(text)));
  thread.on("error", (error) => die(error instanceof Error ? error.message : String(error)));
  thread.on("exit", (code) => die(`it ended with code ${code}`));

  return {
    turn: turns,
    async write(group) {
      if (dead) throw dead;
      waiting = Promise.withResolvers();
      thread.postMessage(JSON.stringify(group));
      const answer = await waiting.promise;
      if ("error" in answer) throw new StoringFailed(answer.error.message, answer.error.code);
      return unpackOutcomes(answer);
    },
    async sever() {
      die("it was ended");
      await thread.terminate();
    },
    async close() {
      isClosing = true;
      if (dead) return;
      // It answers when it has closed the file; a thread cannot end itself on every runtime.
      const closed = once(thread, "message");
      thread.postMessage(null);
      await closed;
      await thread.terminate();
    },
  };
}

/** All that is needed to write into a file, as it can be sent to a thread. */
export function writingSetup({ file, db }: Pick<SqliteStore, "file" | "db">, chain: string): WritingSetup {
  const reading = rightsStatements(db, (id) => eq(id, sql.placeholder("id")));
  return { file, chain, reading, adding: addingStatements(db) };
}
