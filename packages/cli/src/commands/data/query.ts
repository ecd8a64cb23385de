import type { DataPage, DataQuery } from "@wizdata/sdk";
import { type Context, command } from "../../command.ts";
import { Failure } from "../../failures.ts";
import { given, integer, optional, text, toggle, withDefault } from "../../fields.ts";
import { fileFlags } from "../../listing.ts";
import { PageStream } from "../../output/page-stream.ts";
import { answer } from "../../output/schema.ts";
import { instant } from "../../output/times.ts";
import { filterArgument, readFilters, rowFlags } from "../../row-filters.ts";
import { csvFlag, laterPage, rowsView } from "../../views/rows.ts";

const pageRowsMax = 10_000;

export default command({
  summary: "Query rows of a dataset",
  details:
    "Any condition on any column: name=value (repeated: any of them), and .ne .gt .gte .lt .lte .null. What no index serves is searched for, for ten seconds at most. Each page of up to 10 000 rows is one metered call. --all prints rows as they come and holds none of them; when it breaks off, its JSON has the cursor that continues.",
  args: { slug: text("the dataset"), conditions: filterArgument() },
  flags: {
    ...rowFlags,
    version: optional(integer("an older version", "n", 1)),
    asOf: optional(instant("the version that was current then")),
    limit: withDefault(integer("how many rows at most", "n", 1), 100),
    all: toggle("all rows"),
    maxRows: optional(integer("refuse, before any page is asked for, if there are more", "n", 0)),
    after: optional(text("go on after this next_cursor of the same query", "cursor")),
    ...csvFlag,
    ...fileFlags,
  },
  examples: [
    "wizdata data query nse-kenya code=SCOM --from 2024-01-01 --order -time --limit 5",
    "wizdata data query nse-kenya code=SCOM code=KCB --columns date,code,day_price --all --ndjson",
    "wizdata data query nse-kenya 'day_price.gte=100' code.ne=SCOM --order -time --limit 20 --csv",
    "wizdata data query nse-kenya code=SCOM --all --max-rows 100000 --ndjson",
    "wizdata data query nse-kenya --all --output rows.ndjson --checkpoint rows.checkpoint",
  ],
  output: answer("data.query"),
  isBulk: ({ all }) => all,
  run: async (
    { wizdata, signal },
    { slug, conditions, limit, all, maxRows, asOf, csv: _csv, output: _output, checkpoint: _checkpoint, ...flags },
  ) => {
    const query: DataQuery = { ...readFilters(conditions), ...given({ ...flags, as_of: asOf }) };
    const ask = (rows: number, after?: string) =>
      wizdata.data.query(slug, { ...query, limit: Math.min(pageRowsMax, rows), ...given({ after }) }, { signal });
    if (maxRows !== undefined) await refuseBeyond({ wizdata, signal }, slug, conditions, { ...flags, asOf }, maxRows);
    if (all) return streamOf(ask(pageRowsMax).pages());
    let page = await ask(limit, flags.after);
    const data = [...page.data];
    while (page.next_cursor !== null && data.length < limit) {
      page = await ask(limit - data.length, page.next_cursor);
      data.push(...page.data);
    }
    const { dataset, version, has_more, next_cursor } = page;
    return { dataset, version, data, has_more, next_cursor };
  },
  view: (page: Shown, asked) => rowsView(page, asked, cutNote(page)),
});

type RowFlags = { from?: string; to?: string; columns?: string[]; order?: "time" | "-time" | "key" | "-key" };
type Asked = { [Name in keyof RowFlags]?: RowFlags[Name] | undefined } & {
  version?: number | undefined;
  asOf?: string | undefined;
};

/** Rows are counted by the server; nothing is metered for that. */
async function refuseBeyond(
  { wizdata, signal }: Pick<Context, "wizdata" | "signal">,
  slug: string,
  conditions: readonly string[],
  { from, to, columns, order, version, asOf }: Asked,
  rowsMax: number,
): Promise<void> {
  const wanted = given({ from, to, columns, order, version, as_of: asOf });
  const found = await wizdata.estimates.create(
    { dataset: slug, filters: readFilters(conditions), ...wanted },
    { signal },
  );
  if (found.rows <= rowsMax) return;
  throw new Failure("usage", "too_many_rows", `It has ${found.rows} rows, and --max-rows is ${rowsMax}.`, {
    hint: "No page was asked for.",
    details: { estimate: { version: found.version, rows: found.rows, bytes: found.bytes } },
  });
}

type Shown = Pick<DataPage, "dataset" | "version" | "data" | "has_more" | "next_cursor">;

function cutNote({ data, version, next_cursor: cursor }: Shown): string | undefined {
  if (cursor === null) return undefined;
  return `Cut after ${data.length} rows of version ${version}. More with --limit, --all, or --after ${cursor}`;
}

function streamOf(pages: AsyncIterable<DataPage>): PageStream<Shown> {
  async function* shown() {
    let isFirst = true;
    for await (const { dataset, version, data, has_more, next_cursor } of pages) {
      const page = { dataset, version, data, has_more, next_cursor };
      yield isFirst ? page : laterPage(page);
      isFirst = false;
    }
  }
  return new PageStream(shown());
}
