import { parentPort, workerData } from "node:worker_threads";
import { connect } from "../store/connection.ts";
import { type Counter, countersOf, type Decision, decide, type Outcome } from "./decide.ts";
import type { Member } from "./meter.ts";
import type { Contract, Credential } from "./rights.ts";
import { type Adding, asFields, type Reading } from "./statements.ts";
import { isSubject, subjectOf } from "./subject.ts";
import type { Rollup, UsageEvent } from "./usage-event.ts";
import { type Counts, counterKey } from "./windows.ts";

// The thread that stores usage: while it waits for the disk, the event loop goes on answering.

export type ThreadSetup = {
  file: string;
  reading: { credentials: Reading; contracts: Reading };
  adding: Record<"events" | "counters" | "rollups", Adding>;
};
export type ToThread = { nowMs: number; members: readonly Member[] };
export type FromThread = { outcomes: Outcome[] } | { error: { code: string | undefined; message: string } };

const rememberedMax = 20_000;

const setup: ThreadSetup = workerData; // as sqlite-writer.ts gives it
const connection = connect(setup.file);
/** Changes when any other connection has committed, and never by what this one writes. */
const dataVersion = connection.prepare<[], number>("pragma data_version").pluck();
const credential = lookUp<Credential>(setup.reading.credentials);
const contract = lookUp<Contract>(setup.reading.contracts);
const counter = connection.prepare<[string, string, string], Counts>(
  `select used, held from counters where owner = ? and "window" = ? and start = ?`,
);
const addEvent = adder<UsageEvent>(setup.adding.events);
const addCounter = adder<Counter>(setup.adding.counters);
const addRollup = adder<Rollup>(setup.adding.rollups);

parentPort?.on("message", (message: string | null) => {
  // Messages are text: copying objects between threads costs several times as much.
  if (message !== null) return parentPort?.postMessage(JSON.stringify(answer(JSON.parse(message))));
  connection.close();
  parentPort?.postMessage("null");
});

function answer({ nowMs, members }: ToThread): FromThread {
  try {
    connection.exec("begin immediate");
    const decision = decideNow(members, nowMs);
    decision.events.forEach(addEvent);
    decision.counters.forEach(addCounter);
    decision.rollups.forEach(addRollup);
    connection.exec("commit");
    return { outcomes: decision.outcomes };
  } catch (error) {
    if (connection.inTransaction) connection.exec("rollback");
    const { message, code } = error as Error & { code?: string }; // better-sqlite3 throws errors only
    return { error: { code, message } };
  }
}

function decideNow(members: readonly Member[], nowMs: number): Decision {
  const version = dataVersion.get();
  const found = new Map<string, ReturnType<typeof subjectOf>>();
  const standing = new Map<string, Counts>();
  const subjects = members.map(({ keyId, subscriptionId }) => {
    const key = `${keyId} ${subscriptionId}`;
    let subject = found.get(key);
    if (!subject) {
      subject = subjectOf(credential(keyId, version), contract(subscriptionId, version), nowMs);
      found.set(key, subject);
      for (const id of isSubject(subject) ? countersOf(subject) : []) {
        const counts = counter.get(id.owner, id.window, id.start);
        if (counts) standing.set(counterKey(id), counts);
      }
    }
    return subject;
  });
  return decide(members, subjects, standing, nowMs);
}

/**
 * Rights are read once and hold until somebody else has committed anything at all: then they are read again. The group's
 * transaction has begun by now, so nobody can commit between the question and the decision.
 */
function lookUp<T>(reading: Reading): (id: string, version: number | undefined) => T | undefined {
  const statement = connection.prepare<[string], unknown[]>(reading.text).raw();
  const known = new Map<string, T>();
  let knownVersion: number | undefined;
  return (id, version) => {
    if (version !== knownVersion || known.size >= rememberedMax) known.clear();
    knownVersion = version;
    const remembered = known.get(id);
    if (remembered !== undefined) return remembered;
    const row = statement.get(id);
    const found = row && asFields<T>(reading, row);
    if (found !== undefined) known.set(id, found);
    return found;
  };
}

function adder<T extends object>({ into, onConflict, columns }: Adding): (row: T) => void {
  const statement = connection.prepare<unknown[]>(
    `${into} values (${columns.map(() => "?").join(", ")}) ${onConflict}`,
  );
  const fields = columns.map(({ field }) => field as keyof T); // the columns of T's own table
  return (row) => void statement.run(fields.map((field) => row[field]));
}
