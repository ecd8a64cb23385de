import type { DataPage, DataQuery, Row } from "@wizdata/sdk";
import { command } from "../../command.ts";
import { given, integer, optional, text, toggle, withDefault } from "../../fields.ts";
import { fileFlags } from "../../listing.ts";
import { PageStream } from "../../output/page-stream.ts";
import { answer } from "../../output/schema.ts";
import { cellOf, table, type View } from "../../output/view.ts";
import { filterArgument, readFilters, rowFlags } from "../../row-filters.ts";

const pageRowsMax = 10_000;

export default command({
  summary: "Query rows of a dataset",
  details:
    "Each page of up to 10 000 rows is one metered call. --all prints rows as they come and holds none of them; when it breaks off, its JSON has the cursor that continues.",
  args: { slug: text("the dataset"), conditions: filterArgument() },
  flags: {
    ...rowFlags,
    version: optional(integer("an older version", "n", 1)),
    limit: withDefault(integer("how many rows at most", "n", 1), 100),
    all: toggle("all rows"),
    after: optional(text("go on after this next_cursor of the same query", "cursor")),
    ...fileFlags,
  },
  examples: [
    "wizdata data query nse-kenya code=SCOM --from 2024-01-01 --order -time --limit 5",
    "wizdata data query nse-kenya code=SCOM code=KCB --columns date,code,day_price --all --ndjson",
    "wizdata data query nse-kenya --all --output rows.ndjson --checkpoint rows.checkpoint",
  ],
  output: answer("data.query"),
  isBulk: ({ all }) => all,
  run: async (
    { wizdata, signal },
    { slug, conditions, limit, all, output: _output, checkpoint: _checkpoint, ...flags },
  ) => {
    const query: DataQuery = { ...readFilters(conditions), ...given(flags) };
    const ask = (rows: number, after?: string) =>
      wizdata.data.query(slug, { ...query, limit: Math.min(pageRowsMax, rows), ...given({ after }) }, { signal });
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
  view: (page: Shown, { columns }) => pageView(page, columns),
});

type Shown = Pick<DataPage, "dataset" | "version" | "data" | "has_more" | "next_cursor">;

function pageView({ data, version, next_cursor: cursor }: Shown, columns: string[] | undefined): View {
  const names = columns ?? Object.keys(data[0] ?? {});
  const cells = Object.fromEntries(names.map((name) => [name, (row: Row) => cellOf(row[name])]));
  if (data.length === 0) return table([], {}, [`No rows in version ${version}.`]);
  const cut = `Cut after ${data.length} rows of version ${version}. More with --limit, --all, or --after ${cursor}`;
  return table(data, cells, cursor === null ? [] : [cut]);
}

function streamOf(pages: AsyncIterable<DataPage>): PageStream<Shown> {
  async function* shown() {
    for await (const { dataset, version, data, has_more, next_cursor } of pages)
      yield { dataset, version, data, has_more, next_cursor };
  }
  return new PageStream(shown());
}
