import { connect } from "../store/connection.ts";
import { type Addition, additionOf } from "./addition.ts";
import type { ChainEnd } from "./block.ts";
import { countersOf, type Decision, decide, type Outcome } from "./decide.ts";
import type { Member } from "./meter.ts";
import { callKey, type RecentCall } from "./recent-calls.ts";
import type { Contract, Credential } from "./rights.ts";
import { partKey } from "./shared-parts.ts";
import { type Adding, asFields, type Reading } from "./statements.ts";
import { isSubject, subjectOf } from "./subject.ts";
import { type Counts, counterKey } from "./windows.ts";
import { chainHasEnded, type Group } from "./writer.ts";

export type WritingSetup = {
  file: string;
  chain: string;
  reading: { credentials: Reading; contracts: Reading };
  adding: Record<keyof Addition, Adding>;
};
export type Written = { outcomes: Outcome[] } | { error: { code: string | undefined; message: string } };

export type Writing = { answer(group: Group): Written; close(): void };

const rememberedMax = 20_000;

type Connection = ReturnType<typeof connect>;
type ChainRow = { seq: number; head: string; notBefore: number; endedAt: number | null };

/** Decides and stores groups on a connection of its own. It waits for the disk, and whoever calls waits with it: usually a thread. */
export function openWriting(setup: WritingSetup): Writing {
  const connection = connect(setup.file);
  /** Changes when any other connection has committed, and never by what this one writes. */
  const dataVersion = connection.prepare<[], number>("pragma data_version").pluck();
  const credential = lookUp<Credential>(connection, setup.reading.credentials);
  const contract = lookUp<Contract>(connection, setup.reading.contracts);
  const counter = connection.prepare<[string, string, string], Counts>(
    `select used, held from counters where owner = ? and "window" = ? and start = ?`,
  );
  const recentCall = connection.prepare<[string, string], RecentCall>(
    `select lineage_id as "lineageId", call_id as "callId", query_hash as "queryHash", event_id as "eventId", at
     from recent_calls where lineage_id = ? and call_id = ?`,
  );
  const freeParts = connection.prepare<[string, string, string], { sha256: string; freeUntil: number }>(
    `select sha256, free_until as "freeUntil" from shared_parts
     where lineage_id = ? and dataset = ? and sha256 in (select value from json_each(?))`,
  );
  const chainRow = connection.prepare<[string], ChainRow>(
    `select seq, head, not_before as "notBefore", ended_at as "endedAt" from chains where id = ?`,
  );
  const growChain = connection.prepare<[number, string, string, number, string]>(
    "update chains set seq = ?, head = ?, pending = ?, seen_at = ? where id = ?",
  );
  const kinds = Object.keys(setup.adding) as (keyof Addition)[]; // the keys of a record
  const adders = kinds.map((kind) => ({ kind, add: adder(connection, setup.adding[kind]) }));

  function answer({ nowMs, members, pending }: Group): Written {
    try {
      connection.exec("begin immediate");
      const end = chainEnd(nowMs);
      const decision = decideNow(members, end.atMs);
      const addition = additionOf(decision, end);
      for (const { kind, add } of adders) addition[kind].forEach(add);
      for (const { seq, hash } of addition.blocks)
        growChain.run(seq, hash, JSON.stringify(pending), nowMs, setup.chain);
      connection.exec("commit");
      return { outcomes: decision.outcomes };
    } catch (error) {
      if (connection.inTransaction) connection.exec("rollback");
      const { message, code } = error as Error & { code?: string }; // better-sqlite3 throws errors only
      return { error: { code, message } };
    }
  }

  function chainEnd(nowMs: number): ChainEnd {
    const row = chainRow.get(setup.chain);
    if (!row || row.endedAt !== null) throw chainHasEnded(setup.chain);
    return { chain: setup.chain, seq: row.seq, head: row.head, atMs: Math.max(nowMs, row.notBefore) };
  }

  function decideNow(members: readonly Member[], nowMs: number): Decision {
    const version = dataVersion.get();
    const found = new Map<string, ReturnType<typeof subjectOf>>();
    const counters = new Map<string, Counts>();
    const calls = new Map<string, RecentCall>();
    const shared = new Map<string, number>();
    const subjects = members.map(({ keyId, subscriptionId, lineageId, dataset, call, parts }) => {
      const first = call === null ? undefined : recentCall.get(lineageId, call.id);
      if (first) calls.set(callKey(first.lineageId, first.callId), first);
      if (parts) {
        const named = JSON.stringify(parts.map(({ sha256 }) => sha256));
        for (const { sha256, freeUntil } of freeParts.all(lineageId, dataset, named))
          shared.set(partKey(lineageId, dataset, sha256), freeUntil);
      }
      const key = `${keyId} ${subscriptionId}`;
      let subject = found.get(key);
      if (!subject) {
        subject = subjectOf(credential(keyId, version), contract(subscriptionId, version), nowMs);
        found.set(key, subject);
        for (const id of isSubject(subject) ? countersOf(subject) : []) {
          const counts = counter.get(id.owner, id.window, id.start);
          if (counts) counters.set(counterKey(id), counts);
        }
      }
      return subject;
    });
    return decide(members, subjects, { counters, calls, shared }, nowMs);
  }

  return { answer, close: () => void connection.close() };
}

/**
 * Rights are read once and hold until somebody else has committed anything at all: then they are read again. The group's
 * transaction has begun by now, so nobody can commit between the question and the decision.
 */
function lookUp<T>(
  connection: Connection,
  reading: Reading,
): (id: string, version: number | undefined) => T | undefined {
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

type Row = Readonly<Record<string, unknown>>;

function adder(connection: Connection, { into, onConflict, columns }: Adding): (row: Row) => void {
  const places = columns.map(() => "?").join(", ");
  const statement = connection.prepare<unknown[]>(`${into} values (${places}) ${onConflict}`);
  const fields = columns.map(({ field }) => field);
  const values: unknown[] = [];
  return (row) => {
    for (const [at, field] of fields.entries()) values[at] = storable(row[field]);
    statement.run(values);
  };
}

/** The database keeps JSON as text. */
const storable = (value: unknown) => (typeof value === "object" && value !== null ? JSON.stringify(value) : value);
