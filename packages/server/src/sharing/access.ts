import type { Call } from "../http/call.ts";
import { Problem, type ProblemCode } from "../http/problem.ts";
import { operations } from "../meter/operations.ts";
import type { Services } from "../services.ts";
import { type Access, accessTo } from "../subscriptions/access.ts";
import { slugOf, type TablePath } from "./names.ts";

const missing: ReadonlySet<ProblemCode> = new Set([
  "subscription_required",
  "feature_not_licensed",
  "no_version_published",
]);

/** A table is there for who has it: without a subscription that gives it, it is as if there were none. */
export async function asMissing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem && missing.has(error.code)) throw new Problem("not_found");
    throw error;
  }
}

export const tableAccess = (services: Services, call: Call, path: TablePath): Promise<Access> =>
  asMissing(accessTo(services, call, slugOf(path), operations.sharing.feature));
