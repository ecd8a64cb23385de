import { Problem } from "../http/problem.ts";
import type { Db } from "../store/store.ts";
import { brokenExports, brokenSubscriptions } from "./contract-queries.ts";
import { type Contract, type ContractChange, contractNames } from "./contract-schemas.ts";
import type { Column, Definition } from "./definition.ts";
import type { DatasetRow } from "./queries.ts";

type Change = ContractChange & { isBreaking: boolean };

/**
 * Throws where a definition changes the columns of the current version more than the dataset's contract lets it, or than the publish
 * itself states: with the columns, and with whom it would break. Nothing was read or written by then.
 */
export async function refuseBeyondContract(
  tx: Db,
  { slug, contract }: Pick<DatasetRow, "slug" | "contract">,
  change: { before: Definition | undefined; after: Definition; stated?: Contract | undefined; now: Date },
): Promise<void> {
  if (!change.before) return;
  const changes = changesOf(change.before, change.after);
  // Written from an enum only.
  const allowed = narrower(contract as Contract, change.stated);
  const beyond = changes.filter(({ isBreaking }) => allowed === "frozen" || (allowed === "additive" && isBreaking));
  if (beyond.length === 0) return;
  const names = beyond.flatMap(({ of, name, isBreaking }) => (of === "column" && isBreaking ? [name] : []));
  const [subscriptions, exports] = [
    await brokenSubscriptions(tx, slug, names, change.now),
    await brokenExports(tx, slug, names),
  ];
  const told = beyond.map(({ isBreaking: _, ...one }) => one);
  throw new Problem("schema_contract", {
    detail: `${slug} is ${allowed}, and this goes beyond: ${told.map(sentenceOf).join("; ").slice(0, 300)}. ${subscriptions.total} live subscriptions and ${exports.total} exports name what would break. Nothing was changed.`,
    extensions: { contract: allowed, columns: told, subscriptions, exports },
    next: [
      `wizdata datasets contract ${slug} evolving`,
      `wizdata subscriptions list --dataset ${slug} --status active`,
    ],
  });
}

const narrower = (own: Contract, stated: Contract = own): Contract =>
  contractNames.indexOf(stated) < contractNames.indexOf(own) ? stated : own;

/** What readers of one definition find otherwise in the other. Descriptions, units and checks are nothing they read rows by. */
function changesOf(before: Definition, after: Definition): Change[] {
  const [old, next] = [before, after].map(({ columns }) => new Map(columns.map((column) => [column.name, column])));
  const names = new Set([...(old?.keys() ?? []), ...(next?.keys() ?? [])]);
  const columns = [...names].flatMap((name) => changeOf(name, old?.get(name), next?.get(name)));
  const orNone = (text: string | null) => (text === null || text === "" ? "none" : text);
  const others = [
    { of: "key" as const, name: "key", before: orNone(before.key.join(", ")), after: orNone(after.key.join(", ")) },
    { of: "time" as const, name: "time", before: orNone(before.time), after: orNone(after.time) },
  ].filter((one) => one.before !== one.after);
  return [...columns, ...others.map((one): Change => ({ ...one, change: "changed", isBreaking: true }))];
}

function changeOf(name: string, before: Column | undefined, after: Column | undefined): Change[] {
  const told = { of: "column" as const, name, before: typeOf(before), after: typeOf(after) };
  if (!before) return [{ ...told, change: "added", isBreaking: false }];
  if (!after) return [{ ...told, change: "removed", isBreaking: true }];
  if (told.before === told.after) return [];
  // A column that is never null any more is what its readers could deal with before.
  const isNarrowed = before.type === after.type && before.nullable;
  return [{ ...told, change: "changed", isBreaking: !isNarrowed }];
}

const typeOf = (column: Column | undefined): string | null =>
  column ? `${column.type}${column.nullable ? " or null" : ""}` : null;

function sentenceOf({ of, name, change, before, after }: ContractChange): string {
  const what = of === "column" ? `column ${name}` : `the ${name}`;
  if (change === "added") return `${what} (${after}) is added`;
  return change === "removed" ? `${what} (${before}) is removed` : `${what} changes from ${before} to ${after}`;
}
