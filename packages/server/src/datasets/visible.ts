import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import type { Db } from "../store/store.ts";
import { type DatasetRow, findDataset, hasSubscribed } from "./queries.ts";
import { endingHeaders } from "./states.ts";

/**
 * The dataset, if the caller may see it. A draft is the operator's own, and a retired one is there for partners that have had a
 * subscription to it: to all others they are as if they did not exist. The answer will carry what is announced of its end.
 */
export async function visibleDataset(db: Db, call: Call, slug: string): Promise<DatasetRow> {
  const row = await findDataset(db, slug);
  if (!row || !(await maySee(db, call.principal.partnerId, row))) throw new Problem("not_found");
  call.answerHeaders = endingHeaders(row);
  return row;
}

export async function maySee(db: Db, partnerId: string | null, { slug, state }: DatasetRow): Promise<boolean> {
  if (partnerId === null) return true;
  if (state === "retired") return hasSubscribed(db, partnerId, slug);
  return state !== "draft";
}
