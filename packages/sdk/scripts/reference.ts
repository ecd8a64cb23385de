// Writes docs/sdk.md from the docstrings and types of the package, and the shapes of the contract.
import { readFileSync, writeFileSync } from "node:fs";
import type { Contract } from "./contract.ts";
import { cell, codeCell, fenced, tableOf } from "./reference/markdown.ts";
import { shapeSections } from "./reference/shapes.ts";
import { type Exported, type Member, type Method, readPackage, type Tags } from "./reference/source.ts";

const root = new URL("../../../", import.meta.url);
// Written by our own server.
const contract = JSON.parse(readFileSync(new URL("openapi/wizdata.json", root), "utf8")) as Contract;
const { exportsOf, methodsOf, gettersOf, fieldsOf, membersOf, familyOf } = readPackage();

const all = exportsOf("index.ts");
const isError = (item: Exported) => familyOf(item).includes("WizDataError");
// The root first; the others as they are exported.
const errors = [only("WizDataError"), ...all.filter((item) => isError(item) && item.name !== "WizDataError")];
const resources = all.filter(({ text }) => /^`wizdata\.\w+`/.test(text));
const optionNames = ["WizDataOptions", "CallOptions", "DataQuery", "RowsOptions", "WaitOptions", "DownloadOptions"];
const isWritten = ({ name, file }: Exported) => !file.startsWith("generated/") && !optionNames.includes(name);
const others = all.filter(
  (item) => isWritten(item) && ![...errors, ...resources].includes(item) && item.name !== "WizData",
);

const introduction = [
  "# The SDK",
  "Made from the docstrings of `@wizdata/sdk` by `npm run openapi`: change them, not this page. Every example here is compiled by the tests.",
  "[README](../packages/sdk/README.md) · [errors](#errors) · [options](#options) · [types](#types) · [shapes](#shapes)",
  "Times are RFC 3339 in UTC, money is `{ amount, currency }` in minor units, fields are named as on the wire, and numbers carry their unit in their name.",
];

const sections = [
  ...introduction,
  "## WizData",
  ...described(only("WizData")),
  ...gettersOf(only("WizData")).flatMap((getter) => [
    `### wizdata.${getter.name}`,
    fenced(`${getter.name}: ${getter.type}`),
    ...described(getter),
  ]),
  "## Options",
  ...optionNames.flatMap((name) => optionSection(only(name))),
  ...resources.sort(byName).flatMap(resourceSection),
  "## @wizdata/sdk/replay",
  ...exportsOf("replay/replay.ts").flatMap((item) => [`### ${item.name}`, fenced(headOf(item)), ...described(item)]),
  "## Errors",
  ...errors.flatMap(errorSection),
  "## Types",
  ...others.sort(byName).flatMap(typeSection),
  "## Shapes",
  "What methods take and give, as it is on the wire. A field with `?` may be missing.",
  ...shapeSections(contract),
];
writeFileSync(new URL("docs/sdk.md", root), `${sections.join("\n\n")}\n`);

function only(name: string): Exported {
  const found = all.find((item) => item.name === name);
  if (!found) throw new Error(`The package does not export ${name}`);
  return found;
}

function byName(left: { name: string }, right: { name: string }): number {
  return left.name < right.name ? -1 : 1;
}

function described({ text, throws, example }: Tags): string[] {
  return [
    text,
    ...throws.map((what) => `Throws ${what.trim()}.`),
    ...(example === undefined ? [] : [fenced(example)]),
  ].filter((part) => part !== "");
}

function optionSection(item: Exported): string[] {
  const fields = fieldsOf(item);
  const ofCalls = fieldsOf(only("CallOptions")).map(({ name }) => name);
  const isCall = item.name !== "CallOptions" && ofCalls.every((name) => fields.some((field) => field.name === name));
  const own = isCall ? fields.filter(({ name }) => !ofCalls.includes(name)) : fields;
  const also = isCall ? ["Beside these, everything of [CallOptions](#calloptions)."] : [];
  return [`### ${item.name}`, ...described(item), ...fieldTable(own), ...also];
}

function fieldTable(fields: readonly Member[]): string[] {
  if (fields.length === 0) return [];
  const rows = fields.map(({ name, type, isOptional, text }) => [
    `\`${name}${isOptional ? "?" : ""}\``,
    codeCell(type),
    cell(text),
  ]);
  return [tableOf(["field", "type", "meaning"], rows)];
}

function resourceSection(item: Exported): string[] {
  const [, name = ""] = /^`wizdata\.(\w+)`/.exec(item.text) ?? [];
  return [
    `## ${name}`,
    item.text,
    ...methodsOf(item)
      .sort(byName)
      .flatMap((method) => methodSection(name, method)),
  ];
}

function methodSection(resource: string, method: Method): string[] {
  const { signature, parameterTypes } = method;
  const parameters = signature.includes("params") ? parameterTypes.slice(-2, -1).flatMap(membersOf) : [];
  return [`### ${resource}.${method.name}`, fenced(signature), ...described(method), ...fieldTable(parameters)];
}

function errorSection(item: Exported): string[] {
  const [, parent] = familyOf(item);
  const inherited = new Set(parent === undefined ? [] : fieldsOf(only(parent)).map(({ name }) => name));
  const own = fieldsOf(item).filter(({ name }) => !inherited.has(name));
  const extended = parent === undefined ? [] : [`Extends [${parent}](#${parent.toLowerCase()}).`];
  return [`### ${item.name}`, ...described(item), ...extended, ...fieldTable(own)];
}

function typeSection(item: Exported): string[] {
  const methods = methodsOf(item).map((method) => method.signature);
  return [
    `### ${item.name}`,
    ...described(item),
    fenced(methods.length > 0 ? methods.join("\n") : item.node.getText()),
  ];
}

/** A function up to its body. */
function headOf({ node }: Exported): string {
  const [head = ""] = node.getText().split(/ \{\n/);
  return head.replace(/^export function /, "");
}
