import { type Document, isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { usageFailure } from "../failures.ts";
import { InvalidValue } from "../fields.ts";
import { minorUnits } from "../output/money.ts";
import { instant } from "../output/times.ts";
import { faultsOf } from "../output/validate.ts";
import {
  declarationSchema,
  usualCurrency,
  type WantedKey,
  type WantedPartner,
  type WantedSettings,
  type WantedSubscription,
} from "./declaration.ts";

type Path = readonly (string | number)[];
type Fault = { path: Path; message: string };
type Written = Omit<WantedSettings, "monthly_spending_limit"> & {
  email: string;
  monthly_spending_limit?: string | number | null;
  keys?: WantedKey[];
  subscriptions?: (Omit<WantedSubscription, "billing"> & { billing?: WantedSubscription["billing"] })[];
};

const aliasesMax = 100;

/** @throws Failure that names the line and column of every fault, in the form that editors jump to. */
export function readDeclaration(text: string, file: string): WantedPartner[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const syntax = [...document.errors, ...document.warnings].map(({ message, pos }) => ({ at: pos[0], message }));
  if (syntax.length > 0) throw faulty(file, lines, syntax);
  const value: unknown = document.toJS({ maxAliasCount: aliasesMax });
  const faults = faultsOf(declarationSchema, value).map(({ path, message }) => faultAt(pathOf(path), message));
  const fail = (found: readonly Fault[]) => {
    if (found.length > 0)
      throw faulty(
        file,
        lines,
        found.map(({ path, message }) => ({ at: offsetOf(document, path), message })),
      );
  };
  fail(faults);
  // The schema has said that it has this form.
  const { partners } = value as { partners: Written[] };
  fail(repeated(partners));
  const read = partners.map((partner, at) => toWanted(partner, ["partners", at], document));
  fail(read.flatMap(({ faults: found }) => found));
  return read.map(({ wanted }) => wanted);
}

function faultAt(path: Path, message: string): Fault {
  return { path, message: `${textOf(path) || "The file"} ${message}.` };
}

function toWanted(written: Written, path: Path, document: Document): { wanted: WantedPartner; faults: Fault[] } {
  const { email, keys, subscriptions, monthly_spending_limit: limit, ...settings } = written;
  const faults: Fault[] = [];
  const attempt = <T>(at: Path, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error;
      faults.push({ path: at, message: `${textOf(at)}: ${error.message}` });
      return undefined;
    }
  };
  const amountPath = [...path, "monthly_spending_limit"];
  const amount =
    limit === undefined || limit === null
      ? limit
      : attempt(amountPath, () =>
          minorUnits(sourceOf(document, amountPath), settings.billing_currency ?? usualCurrency),
        );
  const dated = keys?.map((key, at) => {
    const { expires_at: expires } = key;
    if (expires === undefined) return key;
    const read = attempt([...path, "keys", at, "expires_at"], () => instant("").read(expires));
    return typeof read === "string" ? { ...key, expires_at: read } : key;
  });
  const wanted = {
    email,
    settings: { ...settings, ...(amount === undefined ? {} : { monthly_spending_limit: amount }) },
    keys: dated,
    subscriptions: subscriptions?.map((one) => ({ ...one, billing: one.billing ?? "monthly" })),
  };
  return { wanted, faults };
}

/** The same name twice would be two wishes for one thing. */
function repeated(partners: readonly Written[]): Fault[] {
  const lists: [Path, string, readonly string[]][] = [
    [["partners"], "email", partners.map(({ email }) => email.toLowerCase())],
    ...partners.flatMap(({ keys = [], subscriptions = [] }, at): [Path, string, string[]][] => [
      [["partners", at, "keys"], "name", keys.map(({ name }) => name)],
      [["partners", at, "subscriptions"], "dataset", subscriptions.map(({ dataset }) => dataset)],
    ]),
  ];
  return lists.flatMap(([path, member, names]) =>
    names.flatMap((name, at) =>
      names.indexOf(name) === at ? [] : [faultAt([...path, at, member], `is ${name}, as in an earlier entry`)],
    ),
  );
}

function faulty(file: string, lines: LineCounter, faults: readonly { at: number; message: string }[]) {
  const errors = faults.map(({ at, message }) => {
    const { line, col: column } = lines.linePos(at);
    return { path: `${file}:${line}:${column}`, line, column, message };
  });
  return usageFailure(`${file} cannot be applied: ${errors.length === 1 ? "a fault" : `${errors.length} faults`}.`, {
    details: { errors },
    next: ["wizdata apply --help"],
  });
}

/** Where the member begins, or what it is missing in. */
function offsetOf(document: Document, path: Path): number {
  const parent = document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  if (isScalar(pair?.key)) return pair.key.range?.[0] ?? 0;
  const node = document.getIn(path, true) ?? parent;
  if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) return node.range[0];
  return path.length > 1 ? offsetOf(document, path.slice(0, -1)) : 0;
}

/** An amount as it was written: a number of YAML has lost its last zeros. */
function sourceOf(document: Document, path: Path): string {
  const node = document.getIn(path, true);
  return isScalar(node) ? (node.source ?? String(node.value)) : "";
}

const pathOf = (text: string): Path =>
  [...text.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([word, index]) => (index === undefined ? word : Number(index)));
const textOf = (path: Path) =>
  path.map((part, at) => (typeof part === "number" ? `[${part}]` : at === 0 ? part : `.${part}`)).join("");
