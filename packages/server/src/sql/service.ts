import { hash } from "node:crypto";
import type { Form } from "../data/forms.ts";
import { type Call, ownPartner } from "../http/call.ts";
import { takeUnmeteredSlot } from "../http/guard.ts";
import { limitHeaders, type MinuteSlots, refuseIfEmpty } from "../meter/limits.ts";
import { unitsOf } from "../meter/operations.ts";
import type { Services } from "../services.ts";
import type { Access, PublishedVersion } from "../subscriptions/access.ts";
import { limited } from "../subscriptions/limited.ts";
import { sightName, sightOf } from "../subscriptions/sight.ts";
import { type SqlAnswer, sqlAnswer } from "./answer.ts";
import { checkPins, type NamedDataset, namedDatasets, versionFor } from "./datasets.ts";
import type { FromSandbox, Refusal } from "./messages.ts";
import { type AskedSql, type Charge, callOf, chargeAll } from "./metered.ts";
import { explained, refused, type SqlBounds } from "./refused.ts";
import type { Sandbox } from "./sandbox.ts";
import type { SqlQuery } from "./schemas.ts";

export type SqlAsked = { query: SqlQuery; form: Form; hangUp: AbortSignal };
/** A dataset that the statement names, with the caller's right to it. */
type Granted = { named: NamedDataset; access: Access; slots: MinuteSlots };
type Place = { sandbox: Sandbox; id: string; bounds: SqlBounds };

/**
 * Runs one SELECT over the datasets it names, in a process that has their files and nothing else, and lets the result out only
 * when the usage of every one of them is stored.
 */
export async function runSql(services: Services, call: Call, asked: SqlAsked): Promise<SqlAnswer> {
  const owner = ownPartner(call);
  // Whose limits it counts in is known once it is read, and to read it is work already.
  takeUnmeteredSlot(services, call.principal);
  const { config } = services;
  const bounds: SqlBounds = {
    ...config.sql,
    rowsMax: Math.min(asked.query.max_rows ?? config.sql.rowsMax, config.sql.rowsMax),
  };
  try {
    return await services.sandboxes.use({ owner, signal: asked.hangUp }, async (sandbox, id) => {
      const { sql: statement } = asked.query;
      const read = await sandbox.ask({ type: "read", statement, memoryMb: bounds.memoryMb });
      const named = namedDatasets(expected(read, "named", bounds).tables);
      checkPins(named, asked.query);
      bounds.slug = named[0]?.slug;
      return grantedAll(services, call, named, (granted) =>
        perform(services, call, asked, granted, { sandbox, id, bounds }),
      );
    });
  } catch (error) {
    throw explained(error, bounds);
  }
}

/** The rights to all datasets, one inside the other, so that each has its slot in the minute windows given back where any is refused. */
function grantedAll<T>(
  services: Services,
  call: Call,
  [named, ...others]: readonly NamedDataset[],
  work: (granted: Granted[]) => Promise<T>,
): Promise<T> {
  if (!named) return work([]);
  return limited(services, call, named.slug, "sql", (access, slots) =>
    grantedAll(services, call, others, (granted) => work([{ named, access, slots }, ...granted])),
  );
}

async function perform(services: Services, call: Call, asked: SqlAsked, granted: Granted[], place: Place) {
  const { query, form } = asked;
  const { sandbox, id, bounds } = place;
  const versions = await Promise.all(granted.map(({ access }) => versionFor(services, call, access, query)));
  const remembered = rememberedAs(services, call, asked, granted, versions);
  for (const { access } of granted)
    await refuseIfEmpty(services, access, {
      lineageId: call.principal.lineageId,
      units: unitsOf("sql", access.weights),
      call: callOf(call, remembered, access.dataset),
    });
  const files = await services.lake.layOut(
    id,
    versions.map(({ parts }) => parts),
  );
  const tables = granted.map(({ named: { names, read } }, at) => ({
    names,
    read,
    columns: (versions[at]?.definition.columns ?? []).map(({ name, type }) => ({ name, type })),
    files: files[at] ?? [],
  }));
  const { sql: statement } = query;
  const { rowsMax, bytesMax, memoryMb } = bounds;
  const ran = await sandbox.ask({ type: "run", statement, tables, format: form.format, rowsMax, bytesMax, memoryMb });
  const { columns, rows, bytes, bytesScanned } = expected(ran, "done", bounds);
  const written = await sandbox.output(bytes);
  // What follows is not its time.
  await sandbox.end();
  const charges = granted.map(
    ({ access, slots }, at): Charge => ({
      access,
      slots,
      version: versions[at]?.number ?? 0,
      rows,
      bytes: bytesScanned[at] ?? 0,
    }),
  );
  const { receipts, lines, windows } = await chargeAll(services, call, remembered, charges);
  const datasets = charges.map((charge, at) => ({
    dataset: charge.access.dataset,
    version: charge.version,
    bytes_scanned: charge.bytes,
    receipt: receipts[at] ?? "",
  }));
  return sqlAnswer(
    { columns, rows, datasets, lines },
    written,
    form,
    limitHeaders(windows, services.clock().getTime()),
  );
}

function rememberedAs(
  services: Services,
  call: Call,
  { query, form }: SqlAsked,
  granted: Granted[],
  versions: PublishedVersion[],
): AskedSql {
  const pins = granted.map(({ access }, at) => [
    access.dataset,
    versions[at]?.number,
    sightName(sightOf(services, call, access)),
  ]);
  const identity = JSON.stringify([query.sql, pins, query.max_rows ?? null, form.format]);
  return { text: query.sql, identity: hash("sha256", identity, "base64url") };
}

/** What a sandbox was asked for, or the problem it has instead. */
function expected<Type extends Exclude<FromSandbox, Refusal>["type"]>(
  answer: FromSandbox,
  type: Type,
  bounds: SqlBounds,
): Extract<FromSandbox, { type: Type }> {
  if (answer.type === "faulty" || answer.type === "broad") throw refused(answer, bounds);
  if (answer.type !== type) throw new Error(`A sandbox answered ${answer.type} instead of ${type}.`);
  return answer as Extract<FromSandbox, { type: Type }>; // the line before says so
}
