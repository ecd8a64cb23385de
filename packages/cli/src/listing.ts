import { integer, optional, text, toggle, withDefault } from "./fields.ts";
import { type PageLike, PageStream } from "./output/page-stream.ts";
import { type Columns, table, type View } from "./output/view.ts";

const pageItemsMax = 200;

/** The flags of every command whose answer may have any length. */
export const fileFlags = {
  output: optional(text("with --all: write it to this file, one JSON object a line", "file")),
  checkpoint: optional(text("with --output: keep here how far it is, to go on after any interruption", "file")),
};

/** The flags of every command that lists. */
export const listFlags = {
  limit: withDefault(integer("how many to show at most", "n", 1), 50),
  all: toggle("show all of them"),
  after: optional(text("go on after this next_cursor", "cursor")),
  ...fileFlags,
};
type ListFlags = { limit: number; all: boolean; after: string | undefined };
export type List<Item> = { data: Item[]; has_more: boolean; next_cursor: string | null };
type ReadPage<Item> = (query: { limit: number; after?: string }) => PromiseLike<List<Item>>;

/**
 * As many pages as it takes. What is cut off says so, and its cursor continues exactly where it was cut.
 * All of a list are streamed as they come, and only one page of it is ever held.
 */
export async function readList<Item>(
  { limit, all, after }: ListFlags,
  read: ReadPage<Item>,
): Promise<List<Item> | PageStream<List<Item>>> {
  if (all) return new PageStream(pagesOf(read, after));
  const data: Item[] = [];
  let cursor = after ?? null;
  do {
    const page = await read({
      limit: Math.min(pageItemsMax, limit - data.length),
      ...(cursor === null ? {} : { after: cursor }),
    });
    data.push(...page.data);
    cursor = page.next_cursor;
  } while (cursor !== null && data.length < limit);
  return { data, has_more: cursor !== null, next_cursor: cursor };
}

async function* pagesOf<Item>(read: ReadPage<Item>, after: string | undefined): AsyncGenerator<List<Item> & PageLike> {
  let cursor = after ?? null;
  do {
    const { data, has_more, next_cursor } = await read({
      limit: pageItemsMax,
      ...(cursor === null ? {} : { after: cursor }),
    });
    yield { data, has_more, next_cursor };
    cursor = next_cursor;
  } while (cursor !== null);
}

export function listView<Item>(list: List<Item>, columns: Columns<Item>, what: string): View {
  const { data, has_more: hasMore, next_cursor: cursor } = list;
  if (data.length === 0) return table(data, columns, [`No ${what}.`]);
  const cut = `Cut after ${data.length} ${what}. More with --limit, --all, or --after ${cursor}`;
  return table(data, columns, hasMore ? [cut] : []);
}
