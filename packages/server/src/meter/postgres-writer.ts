import postgres, { type TransactionSql } from "postgres";
import { sql } from "../store/drizzle.ts";
import type { PostgresStore } from "../store/postgres.ts";
import { steady } from "../store/postgres-socket.ts";
import { type Addition, additionOf } from "./addition.ts";
import { countersOf, decide, type Outcome } from "./decide.ts";
import type { Member } from "./meter.ts";
import { callKey, type RecentCall, type RecentCalls } from "./recent-calls.ts";
import type { Contract, Credential } from "./rights.ts";
import { partKey, type SharedParts } from "./shared-parts.ts";
import { type Adding, asFields, type Reading } from "./statements.ts";
import { isSubject, subjectOf } from "./subject.ts";
import { type Counter, type CounterId, type Counts, counterKey } from "./windows.ts";
import { chainHasEnded, type Group, type Writer } from "./writer.ts";
import { addingStatements, rightsStatements } from "./writing-sql.ts";

const connectTimeoutSeconds = 5;
const attemptsMax = 3;
const lockTimeoutMs = 2_000;
const bigintType = 20;
const timestamptzType = 1184;

/** Writes in one transaction on a connection of its own. Rows travel as one JSON text a statement, however many there are. */
export function openPostgresWriter({ url, db }: PostgresStore, chain: string): Writer {
  const client = postgres(url, {
    max: 1,
    prepare: false,
    fetch_types: false,
    connect_timeout: connectTimeoutSeconds,
    onnotice: () => {},
    ...steady(),
    types: {
      count: { to: bigintType, from: [bigintType], serialize: String, parse: Number },
      timeMs: {
        to: timestamptzType,
        from: [timestamptzType],
        serialize: String,
        parse: (text: string) => new Date(text).getTime(),
      },
    },
  });
  const reading = rightsStatements(
    db,
    (id) => sql`${id} in (select jsonb_array_elements_text(${sql.placeholder("ids")}::text::jsonb))`,
  );
  const adding: Record<keyof Addition, Adding> = addingStatements(db);
  const kinds = Object.keys(adding) as (keyof Addition)[]; // the keys of a record
  const counterKeys = {
    names: `"owner", "window", "start"`,
    types: `"owner" text collate "C", "window" text collate "C", "start" text collate "C"`,
  };
  let hasEpoch: Promise<unknown> | undefined;

  async function write(tx: TransactionSql, { members, nowMs, pending }: Group): Promise<Outcome[]> {
    const [, , [row], credentials, contracts, calls] = await Promise.all([
      tx.unsafe(
        `select set_config('lock_timeout', '${lockTimeoutMs}', true), set_config('synchronous_commit', 'on', true)`,
      ),
      // Whoever changes rights writes this row: until we commit no change of them can, so none is overtaken by an answer.
      tx`select value from epochs where id = 'rights' for share`,
      tx.unsafe<ChainRow[]>(`${chainText} where id = $1 for update`, [chain]),
      read<Credential>(
        tx,
        reading.credentials,
        members.map(({ keyId }) => keyId),
      ),
      read<Contract>(
        tx,
        reading.contracts,
        members.map(({ subscriptionId }) => subscriptionId),
      ),
      readCalls(tx, members),
    ]);
    if (!row || row.endedAt !== null) throw chainHasEnded(chain);
    const end = { chain, seq: row.seq, head: row.head, atMs: Math.max(nowMs, row.notBefore) };
    const keys = new Map(credentials.map((credential) => [credential.keyId, credential]));
    const subscriptions = new Map(contracts.map((contract) => [contract.subscriptionId, contract]));
    const subjects = members.map(({ keyId, subscriptionId }) =>
      subjectOf(keys.get(keyId), subscriptions.get(subscriptionId), end.atMs),
    );
    const counters = await lockCounters(
      tx,
      subjects.flatMap((subject) => (isSubject(subject) ? countersOf(subject) : [])),
    );
    // Read once the counters are locked: whoever paid for a part before us had the same ones, and has committed.
    const shared = await readShared(tx, members);
    const decision = decide(members, subjects, { counters, calls, shared }, end.atMs);
    const addition = additionOf(decision, end);
    await Promise.all([
      ...kinds.map((kind) => add(tx, adding[kind], addition[kind])),
      ...addition.blocks.map(({ seq, hash }) =>
        tx.unsafe("update chains set seq = $1, head = $2, pending = $3::text::jsonb, seen_at = now() where id = $4", [
          seq,
          hash,
          JSON.stringify(pending),
          chain,
        ]),
      ),
    ]);
    return decision.outcomes;
  }

  /** In order of their keys, as everybody locks counters, so that nobody waits in a circle. */
  async function lockCounters(tx: TransactionSql, ids: readonly CounterId[]): Promise<Map<string, Counts>> {
    const distinct = new Map(
      ids.map(({ owner, window, start }) => [counterKey({ owner, window, start }), { owner, window, start }]),
    );
    if (distinct.size === 0) return new Map();
    const wanted = `jsonb_to_recordset($1::text::jsonb) as wanted (${counterKeys.types})`;
    const json = JSON.stringify([...distinct.values()]);
    const [, rows] = await Promise.all([
      tx.unsafe(
        `insert into counters (${counterKeys.names}, used, held) select ${counterKeys.names}, 0, 0 from ${wanted} order by ${counterKeys.names} on conflict do nothing`,
        [json],
      ),
      tx.unsafe<Counter[]>(
        `select counters.* from counters join ${wanted} using (${counterKeys.names}) order by ${counterKeys.names} for update of counters`,
        [json],
      ),
    ]);
    return new Map(rows.map((row) => [counterKey(row), row]));
  }

  return {
    turn: (work) => work(),
    async write(group) {
      hasEpoch ??= client`insert into epochs (id, value) values ('rights', 0) on conflict do nothing`.catch((error) => {
        hasEpoch = undefined;
        throw error;
      });
      await hasEpoch;
      for (let attempt = 1; ; attempt++) {
        let isDecided = false;
        try {
          return await client.begin(async (tx) => {
            const outcomes = await write(tx, group);
            isDecided = true;
            return outcomes;
          });
        } catch (error) {
          // Nothing is stored before the commit is sent, so until then a lost connection is no reason to refuse anybody.
          if (isDecided || attempt === attemptsMax || !isConnectionLost(error)) throw error;
        }
      }
    },
    close: () => client.end({ timeout: 5 }),
  };
}

const lost = new Set([
  "57P01",
  "57P02",
  "57P03",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "ECONNRESET",
  "EPIPE",
]);

function isConnectionLost(error: unknown): boolean {
  return error instanceof Error && "code" in error && lost.has(String(error.code));
}

async function read<T>(tx: TransactionSql, reading: Reading, ids: readonly string[]): Promise<T[]> {
  const rows = await tx.unsafe(reading.text, [JSON.stringify([...new Set(ids)])]).values();
  return rows.map((row) => asFields<T>(reading, row));
}

type ChainRow = { seq: number; head: string; notBefore: number; endedAt: number | null };
const chainText = `select seq, head, not_before as "notBefore", ended_at as "endedAt" from chains`;

async function readCalls(tx: TransactionSql, members: readonly Member[]): Promise<RecentCalls> {
  const wanted = members.flatMap(({ lineageId, call }) =>
    call === null ? [] : [{ lineage_id: lineageId, call_id: call.id }],
  );
  if (wanted.length === 0) return new Map();
  const rows = await tx.unsafe<RecentCall[]>(
    `select lineage_id as "lineageId", call_id as "callId", query_hash as "queryHash", event_id as "eventId", at
     from recent_calls join jsonb_to_recordset($1::text::jsonb) as wanted (lineage_id text collate "C", call_id text collate "C")
     using (lineage_id, call_id)`,
    [JSON.stringify(wanted)],
  );
  return new Map(rows.map((row) => [callKey(row.lineageId, row.callId), row]));
}

async function readShared(tx: TransactionSql, members: readonly Member[]): Promise<SharedParts> {
  const wanted = members.flatMap(({ lineageId, dataset, parts = [] }) =>
    parts.map(({ sha256 }) => ({ lineage_id: lineageId, dataset, sha256 })),
  );
  if (wanted.length === 0) return new Map();
  const rows = await tx.unsafe<{ lineageId: string; dataset: string; sha256: string; freeUntil: number }[]>(
    `select lineage_id as "lineageId", dataset, sha256, free_until as "freeUntil"
     from shared_parts join jsonb_to_recordset($1::text::jsonb) as wanted (lineage_id text collate "C", dataset text collate "C", sha256 text collate "C")
     using (lineage_id, dataset, sha256)`,
    [JSON.stringify(wanted)],
  );
  return new Map(
    rows.map(({ lineageId, dataset, sha256, freeUntil }) => [partKey(lineageId, dataset, sha256), freeUntil]),
  );
}

async function add(tx: TransactionSql, { into, onConflict, columns }: Adding, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const fields = columns.map(({ field }) => `"${field}"`).join(", ");
  const types = columns.map(({ field, type }) => `"${field}" ${type}`).join(", ");
  const times = columns.filter(({ type }) => type.startsWith("timestamp")).map(({ field }) => field);
  await tx.unsafe(
    `${into} select ${fields} from jsonb_to_recordset($1::text::jsonb) as added (${types}) ${onConflict}`,
    [JSON.stringify(rows.map((row) => withTimes(row, times)))],
  );
}

/** Times are milliseconds to us, and text to the database. */
function withTimes(row: object, fields: readonly string[]): object {
  const told: Record<string, unknown> = { ...row };
  for (const field of fields) if (typeof told[field] === "number") told[field] = new Date(told[field]).toISOString();
  return told;
}
