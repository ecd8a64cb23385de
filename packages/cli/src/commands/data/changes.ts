import type { ChangesPage, ChangesQuery } from "@wizdata/sdk";
import { command } from "../../command.ts";
import { given, integer, optional, text, toggle, withDefault } from "../../fields.ts";
import { fileFlags } from "../../listing.ts";
import { PageStream } from "../../output/page-stream.ts";
import { answer, anyOf, integer as count, named, objectOf, string } from "../../output/schema.ts";
import { instant } from "../../output/times.ts";
import { filterArgument, readFilters, rowFlags } from "../../row-filters.ts";
import { summaryView } from "../../views/changes.ts";
import { csvFlag, laterPage, rowsView } from "../../views/rows.ts";

const pageRowsMax = 10_000;

export default command({
  summary: "List the rows that changed between two versions",
  details:
    "Each row comes after what became of it: added, changed (with its new values), removed, or expired where the license no longer shows it. Conditions are those of data query, and _change=added. The last page has a sync_token that the next --since goes on from; data sync does all of that by itself.",
  args: { slug: text("the dataset"), conditions: filterArgument() },
  flags: {
    since: text("a version (0 is none), a moment, or a sync_token", "version"),
    version: optional(integer("the version they lead to; the current one if not given", "n", 1)),
    asOf: optional(instant("they lead to the version that was current then")),
    summary: toggle("only how many there are, in all and by partition"),
    ...rowFlags,
    limit: withDefault(integer("how many rows at most", "n", 1), 100),
    all: toggle("all rows"),
    after: optional(text("go on after this next_cursor of the same query", "cursor")),
    ...csvFlag,
    ...fileFlags,
  },
  examples: [
    "wizdata data changes nse-kenya --since 1 --summary",
    "wizdata data changes nse-kenya code=KCB --since 1 --version 2 --all --ndjson",
    "wizdata data changes nse-kenya _change=added --since 2 --csv",
  ],
  output: anyOf(
    answer("data.changes"),
    objectOf({ dataset: string, since: count, version: count, summary: named("ChangesSummary") }),
  ),
  isBulk: ({ all }) => all,
  run: async (
    { wizdata, signal },
    { slug, conditions, since, summary, limit, all, asOf, csv: _csv, output: _out, checkpoint: _kept, ...flags },
  ): Promise<Shown | Counted | PageStream<Shown>> => {
    const query: ChangesQuery = { ...readFilters(conditions), ...given({ ...flags, as_of: asOf }), since };
    const ask = (rows: number, after?: string) =>
      wizdata.data.changes(slug, { ...query, limit: Math.min(pageRowsMax, rows), ...given({ after }) }, { signal });
    if (all) return new PageStream(shownPages(ask(pageRowsMax).pages()));
    let page = await ask(summary ? 1 : limit, flags.after);
    if (summary && page.summary !== null) {
      const { dataset, since: from, version, summary: counts } = page;
      return { dataset, since: from, version, summary: counts };
    }
    const first = page;
    const data = [...page.data];
    while (page.next_cursor !== null && data.length < limit) {
      page = await ask(limit - data.length, page.next_cursor);
      data.push(...page.data);
    }
    const { has_more, next_cursor, sync_token } = page;
    return { ...shown(first), data, has_more, next_cursor, sync_token };
  },
  view: (page: Shown | Counted, asked) =>
    "data" in page
      ? rowsView(page, { ...asked, columns: withChange(asked.columns) }, noteOf(page))
      : summaryView(page.summary),
});

type Shown = Omit<ChangesPage, "receipt" | "limits">;
type Counted = Pick<Shown, "dataset" | "since" | "version"> & { summary: NonNullable<Shown["summary"]> };

const shown = ({ receipt: _receipt, limits: _limits, ...page }: ChangesPage): Shown => page;

async function* shownPages(pages: AsyncIterable<ChangesPage>): AsyncGenerator<Shown> {
  let isFirst = true;
  for await (const page of pages) {
    yield isFirst ? shown(page) : laterPage(shown(page));
    isFirst = false;
  }
}

/** What became of a row stands before it, whichever columns were asked for. */
const withChange = (columns: string[] | undefined) =>
  columns && ["_change", ...columns.filter((name) => name !== "_change")];

function noteOf({ data, since, version, next_cursor: cursor }: Shown): string {
  if (cursor === null) return `All that changed between version ${since} and version ${version}.`;
  return `Cut after ${data.length} changes up to version ${version}. More with --limit, --all, or --after ${cursor}`;
}
