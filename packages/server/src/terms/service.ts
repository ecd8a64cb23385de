import { createHash } from "node:crypto";
import { change } from "../changes.ts";
import { lockDataset } from "../datasets/queries.ts";
import { visibleDataset } from "../datasets/visible.ts";
import type { Call } from "../http/call.ts";
import { type Page, pageById } from "../http/pages.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { findAcceptance, findTerms, insertTerms, newestTerms, selectTerms, type TermsRow } from "./queries.ts";
import type { NewTerms, Terms, TermsDetail, TermsQuery } from "./schemas.ts";
import { toTerms } from "./wire.ts";

/** A new version of a dataset's terms. Versions before it stay, with who has accepted them. */
export function setTerms(services: Services, call: Call, slug: string, input: NewTerms): Promise<TermsDetail> {
  const now = services.clock();
  const { text = null, url = null, required_from: requiredFrom = now } = input;
  if (requiredFrom < now)
    throw invalidRequest([{ path: "required_from", message: "is past: leave it out to require them from now on" }]);
  const sha256 = text === null ? (input.sha256 ?? "") : createHash("sha256").update(text).digest("hex");
  return change(services, call, async (tx) => {
    if (!(await lockDataset(tx, slug))) throw new Problem("not_found");
    const newest = await newestTerms(tx, slug);
    if (newest && newest.sha256 === sha256 && newest.url === url) throw sameTerms(newest);
    const row = { dataset: slug, version: (newest?.version ?? 0) + 1, text, url, sha256, requiredFrom, createdAt: now };
    await insertTerms(tx, row);
    const after = toTerms(row, undefined);
    const target = `${slug}/${row.version}`;
    return { result: { ...after, text }, action: "terms.set", target, partnerId: null, after, rights: true };
  });
}

export async function retrieveTerms(
  { store }: Services,
  call: Call,
  slug: string,
  version: number,
): Promise<TermsDetail> {
  await visibleDataset(store.db, call, slug);
  const row = await findTerms(store.db, slug, version);
  if (!row) throw new Problem("not_found");
  const { partnerId } = call.principal;
  const acceptance =
    partnerId === null ? undefined : await findAcceptance(store.db, { partnerId, dataset: slug, version });
  return { ...toTerms(row, acceptance), text: row.text };
}

export async function listTerms(
  { store, secrets }: Services,
  call: Call,
  slug: string,
  query: TermsQuery,
): Promise<Page<Terms>> {
  await visibleDataset(store.db, call, slug);
  const { partnerId } = call.principal;
  return pageById(
    secrets,
    { call, list: "terms", filters: { slug } },
    query,
    (after, limit) => {
      const before = after === undefined ? undefined : Number(after);
      return selectTerms(store.db, { dataset: slug, partnerId }, before, limit);
    },
    ({ terms }) => String(terms.version),
    ({ terms, acceptance }) => toTerms(terms, acceptance ?? undefined),
  );
}

function sameTerms({ dataset, version }: TermsRow): Problem {
  return new Problem("already_exists", {
    detail: `Version ${version} of the terms of ${dataset} has this very text.`,
    next: [`wizdata terms show ${dataset} --version ${version}`],
  });
}
