import { z } from "@hono/zod-openapi";
import { orNull } from "../http/wire.ts";
import { changeColumn } from "../lake/changes-set.ts";
import { RowQuery } from "../lake/grammar-schemas.ts";
import { rowChanges } from "../lake/lake.ts";
import { queryParameters, Row } from "./schemas.ts";

const count = (description: string, example: number) => z.int().openapi({ description, example });
const counts = {
  added: count("Rows whose key the earlier version did not have.", 79),
  changed: count("Rows with the same key and other values.", 3),
  removed: count("Rows whose key the later version does not have.", 0),
  expired: count("Rows that a license no longer shows, though they were not removed.", 0),
};

const ChangesSummary = z
  .object({
    ...counts,
    partitions: z.array(
      z.object({
        partition: z.string().openapi({ description: "A year, month or day of the time, or `all`.", example: "2024" }),
        ...counts,
      }),
    ),
    parts: z
      .object({
        shared: z.int().openapi({ description: "Both versions have them, so that nothing was read of them." }),
        compared: z.int().openapi({ description: "Only one of the versions has them." }),
      })
      .openapi({ description: "Files of the two versions." }),
  })
  .openapi("ChangesSummary", {
    description:
      "How many rows changed in all and in each partition that has changes, whatever the query leaves of them.",
  });

const ChangedRow = Row.openapi("ChangedRow", {
  description: `A row with what became of it in \`${changeColumn}\`: ${rowChanges.map((change) => `\`${change}\``).join(", ")}. Of a changed row the values are the new ones; of a removed row those it had; of an expired row the key and the time, all else is null.`,
  example: { [changeColumn]: "added", date: "2024-12-31", code: "SCOM", day_price: 17.05, volume: 6_164_000 },
});

export const ChangesPage = z
  .object({
    dataset: z.string().openapi({ example: "nse-kenya" }),
    since: z
      .int()
      .openapi({ description: "The version that the changes begin from; 0 is none, of no rows.", example: 3 }),
    version: z.int().openapi({ description: "The version that they lead to; a cursor stays on both.", example: 7 }),
    key: z.array(z.string()).openapi({ description: "The columns that identify a row.", example: ["code", "date"] }),
    time: orNull(z.string().openapi({ description: "The column that orders the rows.", example: "date" })),
    partition: z
      .enum(["year", "month", "day", "none"])
      .openapi({ description: "How the version divides its rows by time." }),
    summary: orNull(ChangesSummary).openapi({ description: "On the first page; null on those after it." }),
    data: z.array(ChangedRow),
    has_more: z.boolean(),
    next_cursor: orNull(
      z
        .string()
        .openapi({ description: "Give it as `after`, with the same query, for the next page; null on the last." }),
    ),
    sync_token: orNull(
      z.string().openapi({
        description:
          "On the last page: names the state that whoever applied all pages has reached, with what the license showed of it. Give it as `since` the next time.",
      }),
    ),
  })
  .openapi("ChangesPage");

const sinceText =
  "Where the changes begin: the number of a version, a moment (the version that was current then), or the `sync_token` of an earlier answer, which also knows what the license showed then. 0 is no version at all: every row of the later one is added.";

/** The body of `POST /data/{slug}/changes`. */
export const ChangesQuery = RowQuery.extend({
  since: z.union([z.int().min(0), z.string().min(1).max(65_536)]).openapi({ description: sinceText, example: 3 }),
}).openapi("ChangesQuery");
export type ChangesQuery = z.infer<typeof ChangesQuery>;

const described: Record<string, string> = {
  filters: `Any column, and \`${changeColumn}\`: \`code=SCOM\` is equality, repeated it is a list; \`volume.gte=1000\` with the suffixes .ne .gt .gte .lt .lte .null.`,
  columns: `The columns of the answer, separated by commas; all when absent. \`${changeColumn}\` comes first in any case.`,
  version: "The version the changes lead to; the current one when absent.",
  as_of: "They lead to the version that was current at this moment.",
};

export const changesParameters = [
  {
    name: "since",
    in: "query" as const,
    required: true,
    schema: { type: "string" as const },
    description: sinceText,
    example: "3",
  },
  ...queryParameters.map((parameter) => ({
    ...parameter,
    description: described[parameter.name] ?? parameter.description,
  })),
];
