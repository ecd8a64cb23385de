import type { Definition } from "@wizdata/sdk";

type Column = Definition["columns"][number];

/** A declaration that gives the rows of a dataset their type in `wizdata.data`, with units where a reader's cursor is. */
export function declarationOf(slug: string, version: number | null, { columns }: Pick<Definition, "columns">): string {
  const members = columns.flatMap((column) => [
    ...commentOf(column).map((line) => `      ${line}`),
    `      ${column.name}: ${typeOf(column)};`,
  ]);
  return [
    `// Made by: wizdata datasets types ${slug}`,
    `import "@wizdata/sdk";`,
    "",
    `declare module "@wizdata/sdk" {`,
    "  interface Datasets {",
    `    /** ${version === null ? "Not published yet." : `As of version ${version}.`} */`,
    `    ${JSON.stringify(slug)}: {`,
    ...members,
    "    };",
    "  }",
    "}",
    "",
  ].join("\n");
}

function typeOf({ type, values, nullable }: Column): string {
  const name = values ? values.map((value) => JSON.stringify(value)).join(" | ") : (scriptTypes[type] ?? "string");
  return nullable === false ? name : `${name} | null`;
}

// Decimals, dates and timestamps are texts, so that no digit and no zone is lost.
const scriptTypes: Readonly<Record<string, string>> = { integer: "number", number: "number", boolean: "boolean" };

function commentOf({ type, unit, description }: Column): string[] {
  const parts = [unit, description, type in scriptTypes || type === "string" ? undefined : type].filter(
    (part) => part !== undefined,
  );
  const text = parts.join(" · ").replaceAll("*/", "*\\/").replace(/\s+/g, " ");
  return text === "" ? [] : [`/** ${text} */`];
}
