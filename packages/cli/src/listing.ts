import { integer, optional, text, toggle, withDefault } from "./fields.ts";
import { type Columns, table, type View } from "./output/view.ts";

const pageItemsMax = 200;

/** The flags of every command that lists. */
export const listFlags = {
  limit: withDefault(integer("how many to show at most", "n", 1), 50),
  all: toggle("show all of them"),
  after: optional(text("go on after this next_cursor", "cursor")),
};
type ListFlags = { limit: number; all: boolean; after: string | undefined };
export type List<Item> = { data: Item[]; has_more: boolean; next_cursor: string | null };

/** As many pages as it takes. What is cut off says so, and its cursor continues exactly where it was cut. */
export async function readList<Item>(
  { limit, all, after }: ListFlags,
  read: (query: { limit: number; after?: string }) => PromiseLike<List<Item>>,
): Promise<List<Item>> {
  const data: Item[] = [];
  let cursor = after ?? null;
  do {
    const wanted = all ? pageItemsMax : Math.min(pageItemsMax, limit - data.length);
    const page = await read({ limit: wanted, ...(cursor === null ? {} : { after: cursor }) });
    data.push(...page.data);
    cursor = page.next_cursor;
  } while (cursor !== null && (all || data.length < limit));
  return { data, has_more: cursor !== null, next_cursor: cursor };
}

export function listView<Item>(list: List<Item>, columns: Columns<Item>, what: string): View {
  const { data, has_more: hasMore, next_cursor: cursor } = list;
  if (data.length === 0) return table(data, columns, [`No ${what}.`]);
  const cut = `Cut after ${data.length} ${what}. More with --limit, --all, or --after ${cursor}`;
  return table(data, columns, hasMore ? [cut] : []);
}
