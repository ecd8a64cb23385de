import type { Call } from "../http/call.ts";
import { ownPartner } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import { changeColumn, differingParts } from "../lake/changes-set.ts";
import {
  type ChangeCounts,
  type Filter,
  type KeptChanges,
  type Page,
  type Part,
  type Query,
  SearchTooBroad,
} from "../lake/lake.ts";
import type { Services } from "../services.ts";
import type { AskedChanges } from "./changes-asked.ts";
import { type ChangesPlan, explainIncomparable, wantedOf } from "./changes-plan.ts";
import { explainSearch, tooBroad } from "./too-broad.ts";

/** A page of changes, and how many there are in each partition. */
type Found = Page & { partitions: KeptChanges["partitions"]; parts: { shared: number; compared: number } };

export async function readChanges(
  services: Services,
  call: Call,
  asked: AskedChanges,
  plan: ChangesPlan,
): Promise<Found> {
  const asker = { owner: ownPartner(call), signal: asked.hangUp };
  const wanted = wantedOf(plan);
  const { since, to, shared } = differingParts(wanted.since, wanted.to);
  const parts = { shared, compared: since.length + to.length };
  try {
    if (plan.since.version === 0) return { ...(await readWhole(services, asked, plan, asker)), parts };
    const set = await services.lake.changes(wanted, asker);
    const page = await services.lake.changesPage(set, plan.query, plan.position, plan.limitRows, asker);
    if (!page) throw tooBroad(asked.slug, plan.query);
    return { ...page, partitions: set.partitions, parts };
  } catch (error) {
    if (error instanceof SearchTooBroad) throw tooMany(asked, plan);
    throw explainSearch(explainIncomparable(error, plan.since.seen, plan.to.seen), asked.slug, plan.query);
  }
}

function tooMany({ slug }: AskedChanges, { to: { version } }: ChangesPlan): Problem {
  return new Problem("query_too_broad", {
    detail:
      "Finding what differs between these versions takes longer than an answer may. Ask for the changes since a later version, or order the later one as an export.",
    next: [`wizdata exports create ${slug} --version ${version} --format csv`],
  });
}

/** From nothing, all rows are added: they are read where they are, and nothing is compared. */
async function readWhole(
  services: Services,
  { slug }: AskedChanges,
  { to, query, position, limitRows }: ChangesPlan,
  asker: { owner: string; signal(): AbortSignal },
): Promise<Page & Pick<Found, "partitions">> {
  const { definition, parts } = to.seen;
  const partitions = addedByPartition(parts);
  const [ofChange, filters] = [true, false].map((is) =>
    query.filters.filter(({ column }) => (column === changeColumn) === is),
  );
  if (!(ofChange ?? []).every(meetsAdded)) return { rows: [], next: null, partitions };
  const names = query.columns?.filter((name) => name !== changeColumn) ?? null;
  const isBare = names?.length === 0;
  const wanted: Query = { ...query, filters: filters ?? [], columns: isBare ? definition.key : names };
  const page = await services.lake.page(definition, parts, wanted, position, limitRows, asker);
  if (!page) throw tooBroad(slug, wanted);
  const head = `{"${changeColumn}":"added"`;
  const rows = page.rows.map((row) => (isBare ? `${head}}` : `${head},${row.slice(1)}`));
  return { rows, next: page.next, partitions };
}

/** The grammar has seen to it that values are as the operator takes them. */
function meetsAdded({ operator, values }: Filter): boolean {
  const [value = ""] = values;
  const added = "added";
  if (operator === "eq" || operator === "ne") return values.includes(added) === (operator === "eq");
  if (operator === "null") return value === "false";
  if (operator === "gt" || operator === "gte") return added > value || (operator === "gte" && added === value);
  return added < value || (operator === "lte" && added === value);
}

function addedByPartition(parts: Part[]): KeptChanges["partitions"] {
  const rows = new Map<string, number>();
  for (const part of parts) rows.set(part.partition, (rows.get(part.partition) ?? 0) + part.rows);
  return [...rows].map(([partition, added]) => ({ partition, added, changed: 0, removed: 0, expired: 0 }));
}

export function sumOf(partitions: KeptChanges["partitions"]): ChangeCounts {
  const sum = (of: (counts: ChangeCounts) => number) => partitions.reduce((total, counts) => total + of(counts), 0);
  return {
    added: sum(({ added }) => added),
    changed: sum(({ changed }) => changed),
    removed: sum(({ removed }) => removed),
    expired: sum(({ expired }) => expired),
  };
}
