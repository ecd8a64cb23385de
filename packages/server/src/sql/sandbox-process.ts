import { once } from "node:events";
import { csvOf } from "../data/csv.ts";
import { quoteName } from "../lake/duckdb.ts";
import type { FromSandbox, NamedTable, Ready, Refusal, ToSandbox } from "./messages.ts";
import { refusalOf } from "./refusal.ts";
import { checkNames, selectResult } from "./result-columns.ts";
import { createTables, digitsOf, type Locked, openLocked, scannedBytes } from "./sandbox-duckdb.ts";
import { RefusedStatement, readStatement } from "./statement.ts";

// A process that runs one statement of a stranger and ends. It is given nothing that the stranger may not see.

type Read = Extract<ToSandbox, { type: "read" }>;
type Run = Extract<ToSandbox, { type: "run" }>;
type Done = Extract<FromSandbox, { type: "done" }>;

const view = "wizdata result";
/** DuckDB's number for a statement that reads rows. */
const selectType = 1;

async function read({ statement, memoryMb }: Read): Promise<{ type: "named"; tables: NamedTable[] }> {
  const { rows } = await openLocked([], memoryMb);
  const [found] = await rows("SELECT json_serialize_sql($1::VARCHAR)", [statement]);
  const serialized = String(found?.[0]);
  // Only what DuckDB itself writes has this form.
  const parsed = JSON.parse(serialized) as { error: boolean; error_message?: string; position?: string };
  if (parsed.error) {
    const message = parsed.error_message ?? "";
    if (message.startsWith("Only SELECT"))
      throw new RefusedStatement("Only one SELECT can be sent, and no other statement.");
    throw new RefusedStatement(message, Number(parsed.position ?? Number.NaN));
  }
  return { type: "named", tables: readStatement(serialized) };
}

/** Reads the statement once more by preparing it, which tells the columns that it has, without running it. */
async function columnsOf({ connection }: Locked, statement: string): Promise<{ name: string; type: string }[]> {
  const statements = await connection.extractStatements(statement);
  if (statements.count !== 1) throw new RefusedStatement("Send exactly one SELECT.");
  const prepared = await statements.prepare(0);
  try {
    if (prepared.statementType !== selectType || prepared.parameterCount > 0)
      throw new RefusedStatement("Only one SELECT can be sent, and no other statement.");
    return Array.from({ length: prepared.columnCount }, (_, at) => ({
      name: prepared.columnName(at),
      type: String(prepared.columnType(at)),
    }));
  } finally {
    prepared.destroySync();
  }
}

async function run(asked: Run): Promise<Done | Refusal> {
  const { statement, tables, format } = asked;
  const locked = await openLocked(
    tables.flatMap(({ files }) => files),
    asked.memoryMb,
  );
  const { connection } = locked;
  await createTables(locked, tables);
  const bytesScanned: number[] = [];
  for (const table of tables) bytesScanned.push(await scannedBytes(locked, table));
  const digits = await digitsOf(locked, tables);
  const found = await columnsOf(locked, statement);
  const names = found.map(({ name }) => name);
  checkNames(names);
  const places = names.map((_, at) => `c${at + 1}`);
  const { columns, sql } = selectResult(found, view, digits, format === "csv" ? places : names);
  const lines = format === "csv" ? csvLines(names, places) : { head: "", line: (row: string) => row };
  // As a view it may end with a semicolon or a comment, and its columns may be called anything.
  const head = `CREATE TEMP VIEW ${quoteName(view)}(${places.join(", ")}) AS `;
  try {
    await connection.run(`${head}${statement}`);
    await connection.run("BEGIN TRANSACTION READ ONLY");
    const written = await writeRows(locked, sql, names, { ...asked, ...lines });
    return "exceeded" in written ? written : { type: "done", columns, bytesScanned, ...written };
  } catch (error) {
    return refusalOf(error, statement, Buffer.byteLength(head));
  }
}

function csvLines(names: readonly string[], places: readonly string[]) {
  const cell = (name: string) => (/^$|^#|[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);
  const { line } = csvOf(places);
  return { head: `${names.map(cell).join(",")}\n`, line };
}

type TooMuch = Extract<Refusal, { type: "broad" }>;
type Writing = Run & { head: string; line(row: string): string };

/** Writes rows as they come, and stops at the first that is too many. */
async function writeRows(
  { connection }: Locked,
  sql: string,
  names: readonly string[],
  asked: Writing,
): Promise<{ rows: number; bytes: number } | TooMuch> {
  const { head, line, rowsMax, bytesMax, format } = asked;
  const result = await connection.stream(sql);
  let bytes = await write(head);
  let rows = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return { rows, bytes };
    let text = "";
    for (const [json, flaw] of chunk.getRows()) {
      if (flaw !== 0) throw new RefusedStatement(flawOf(names[Number(flaw) - 1] ?? ""));
      if (rows === rowsMax) return { type: "broad", exceeded: "rows" };
      // A JSON answer is one list; of the other formats each row ends its line.
      text += format === "json" ? `${rows === 0 ? "" : ","}${line(String(json))}` : `${line(String(json))}\n`;
      rows += 1;
    }
    if (bytes + Buffer.byteLength(text) > bytesMax) return { type: "broad", exceeded: "bytes" };
    bytes += await write(text);
  }
}

const flawOf = (name: string) =>
  `The column ${name} has a value that JSON numbers and dates cannot tell: an integer beyond 2^53 - 1, infinity or NaN. CAST(… AS DECIMAL(38,0)) or CAST(… AS VARCHAR) gives it as text.`;

async function write(text: string): Promise<number> {
  const bytes = Buffer.from(text);
  if (bytes.length > 0 && !process.stdout.write(bytes)) await once(process.stdout, "drain");
  return bytes.length;
}

const tell = (message: FromSandbox | Ready) => process.send?.(message);

process.on("message", (asked: ToSandbox) => {
  const answer: Promise<FromSandbox> = asked.type === "read" ? read(asked) : run(asked);
  answer.then(tell, (error: unknown) => tell(refusalOf(error, asked.statement)));
});

// Whoever stops the server decides when this process ends; when the server is gone, nobody reads the result.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

tell({ type: "ready" });
