import { connect } from "../store/connection.ts";
import { adder } from "./adding.ts";
import { type Addition, additionOf } from "./addition.ts";
import type { ChainEnd } from "./block.ts";
import { countersOf, type Decision, decide, type Outcome } from "./decide.ts";
import { type Memory, openMemory } from "./memory.ts";
import type { Member } from "./meter.ts";
import { callKey, type RecentCall } from "./recent-calls.ts";
import type { Refusal } from "./refuse.ts";
import type { Contract, Credential } from "./rights.ts";
import { partKey } from "./shared-parts.ts";
import { type Adding, asFields, type Reading } from "./statements.ts";
import { holdsUntil, isSubject, type Subject, subjectOf } from "./subject.ts";
import { type CounterId, type Counts, counterKey } from "./windows.ts";
import { chainHasEnded, type Group } from "./writer.ts";

export type WritingSetup = {
  file: string;
  chain: string;
  reading: { credentials: Reading; contracts: Reading };
  adding: Record<keyof Addition, Adding>;
};
export type Written = { outcomes: Outcome[] } | { error: { code: string | undefined; message: string } };

export type Writing = { answer(group: Group): Written; close(): void };

type Connection = ReturnType<typeof connect>;
type ChainRow = { seq: number; head: string; notBefore: number; endedAt: number | null };

/** Decides and stores groups on a connection of its own. It waits for the disk, and whoever calls waits with it: usually a thread. */
export function openWriting(setup: WritingSetup): Writing {
  const connection = connect(setup.file);
  const memory = openMemory(connection);
  const credential = lookUp<Credential>(connection, memory, setup.reading.credentials);
  const contract = lookUp<Contract>(connection, memory, setup.reading.contracts);
  const subjects = memory.map<{ subject: Subject | Refusal; fromMs: number; untilMs: number }>();
  /** As they stand in the database by `counterKey`; one that is not there stands at nothing. */
  const counters = memory.map<Counts>();
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
  const adders = kinds.map((kind) => ({ kind, add: adder(connection, memory, setup.adding[kind]) }));

  function answer({ nowMs, members, pending }: Group): Written {
    try {
      connection.exec("begin immediate");
      memory.refresh();
      const end = chainEnd(nowMs);
      const decision = decideNow(members, end.atMs);
      const addition = additionOf(decision, end);
      for (const { kind, add } of adders) add(addition[kind]);
      for (const { seq, hash } of addition.blocks)
        growChain.run(seq, hash, JSON.stringify(pending), nowMs, setup.chain);
      connection.exec("commit");
      for (const { used, ...id } of addition.counters) countsOf(id).used += used;
      return { outcomes: decision.outcomes };
    } catch (error) {
      if (connection.inTransaction) connection.exec("rollback");
      memory.forget();
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
      const subject = subjectNow(keyId, subscriptionId, nowMs);
      for (const id of isSubject(subject) ? countersOf(subject) : []) countsOf(id);
      return subject;
    });
    return decide(members, subjects, { counters, calls, shared }, nowMs);
  }

  function subjectNow(keyId: string, subscriptionId: string, nowMs: number): Subject | Refusal {
    const key = `${keyId} ${subscriptionId}`;
    const known = subjects.get(key);
    if (known && known.fromMs <= nowMs && nowMs < known.untilMs) return known.subject;
    const rights = [credential(keyId), contract(subscriptionId)] as const;
    const subject = subjectOf(...rights, nowMs);
    subjects.set(key, { subject, fromMs: nowMs, untilMs: holdsUntil(...rights, nowMs) });
    return subject;
  }

  function countsOf(id: CounterId): Counts {
    const key = counterKey(id);
    let counts = counters.get(key);
    if (!counts) {
      counts = counter.get(id.owner, id.window, id.start) ?? { used: 0, held: 0 };
      counters.set(key, counts);
    }
    return counts;
  }

  return { answer, close: () => void connection.close() };
}

/** Rights are read once and hold for as long as it is certain that nobody has changed any. */
function lookUp<T>(connection: Connection, memory: Memory, reading: Reading): (id: string) => T | undefined {
  const statement = connection.prepare<[string], unknown[]>(reading.text).raw();
  const known = memory.map<T>();
  return (id) => {
    const remembered = known.get(id);
    if (remembered !== undefined) return remembered;
    const row = statement.get(id);
    const found = row && asFields<T>(reading, row);
    if (found !== undefined) known.set(id, found);
    return found;
  };
}
