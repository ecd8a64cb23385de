import type { Snippet } from "./snippets-schemas.ts";

/** A query that finds rows: a key of the newest row, and its time. */
export type Example = { filters: Record<string, string>; from: string | null; limit: number };

/** Ready code for one dataset. No key is ever in it: each takes it from WIZDATA_API_KEY. */
export function snippetsOf(siteUrl: string, slug: string, example: Example): Snippet[] {
  const makers = { curl, typescript, cli };
  const languages = ["curl", "typescript", "cli"] as const;
  return languages.flatMap((language) => {
    const { query, order } = makers[language](siteUrl, slug, example);
    return [
      { language, task: "query" as const, code: query },
      { language, task: "export" as const, code: order },
    ];
  });
}

type Codes = { query: string; order: string };
const exportFormat = "csv";

function curl(siteUrl: string, slug: string, example: Example): Codes {
  const { filters, from, limit } = example;
  const asked = { ...filters, ...(from !== null && { from }), limit };
  const key = `--header "Authorization: Bearer $WIZDATA_API_KEY"`;
  const body = { dataset: slug, format: exportFormat, ...conditions(example) };
  const lines = (...parts: string[]) => parts.join(" \\\n  ");
  return {
    query: lines(
      `curl --fail-with-body --get ${shell(`${siteUrl}/api/v1/data/${slug}`)}`,
      key,
      ...Object.entries(asked).map(([name, value]) => `--data-urlencode ${shell(`${name}=${value}`)}`),
    ),
    order: lines(
      `curl --fail-with-body ${shell(`${siteUrl}/api/v1/exports`)}`,
      key,
      "--header 'Content-Type: application/json'",
      `--data ${shell(JSON.stringify(body))}`,
    ),
  };
}

function typescript(siteUrl: string, slug: string, example: Example): Codes {
  const { filters, from, limit } = example;
  const asked = { ...filters, ...(from !== null && { from }), limit };
  const order = { dataset: slug, format: exportFormat, ...conditions(example) };
  const client = `import { WizData } from "@wizdata/sdk";

// The key comes from WIZDATA_API_KEY.
const wizdata = new WizData({ baseURL: ${JSON.stringify(siteUrl)} });`;
  return {
    query: `${client}
const page = await wizdata.data.query(${JSON.stringify(slug)}, ${literal(asked)});
console.log(page.data);`,
    order: `${client}
const job = await wizdata.exports.create(${literal(order)});
const ready = await wizdata.exports.wait(job.id);
await wizdata.exports.download(ready.id, { to: ${JSON.stringify(`./${slug}`)} });`,
  };
}

function cli(siteUrl: string, slug: string, { filters, from, limit }: Example): Codes {
  const site = `WIZDATA_BASE_URL=${shell(siteUrl)}`;
  const rows = [
    ...Object.entries(filters).map(([name, value]) => shell(`${name}=${value}`)),
    ...(from === null ? [] : [`--from ${shell(from)}`]),
  ].join(" ");
  return {
    query: `${site} wizdata data query ${slug} ${rows} --limit ${limit}`.replace("  ", " "),
    order: `${site} wizdata exports create ${slug} ${rows} --format ${exportFormat} --download ./${slug}`.replace(
      "  ",
      " ",
    ),
  };
}

const conditions = ({ filters, from }: Example) => ({
  ...(Object.keys(filters).length > 0 && { filters }),
  ...(from !== null && { from }),
});

/** One word of a shell, whatever is in it. */
const shell = (text: string) => (/^[\w./:=+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

function literal(value: Record<string, unknown>): string {
  const members = Object.entries(value).map(([name, member]) => {
    const text = typeof member === "object" && member !== null ? literal({ ...member }) : JSON.stringify(member);
    return `${/^[a-z_]\w*$/i.test(name) ? name : JSON.stringify(name)}: ${text}`;
  });
  return `{ ${members.join(", ")} }`;
}
