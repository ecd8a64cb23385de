import { change } from "../changes.ts";
import { visibleDataset } from "../datasets/visible.ts";
import type { Call } from "../http/call.ts";
import { type Page, pageById } from "../http/pages.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import { idForm } from "../http/wire.ts";
import { lockPartner } from "../partners/queries.ts";
import type { Services } from "../services.ts";
import { findAcceptance, findTerms, insertAcceptance, selectAcceptances } from "./queries.ts";
import type { Acceptance, AcceptanceQuery, NewAcceptance } from "./schemas.ts";
import { toAcceptance } from "./wire.ts";

/** Records that a partner accepts a version, once: who says it again is told of the first time. */
export function acceptTerms(
  services: Services,
  call: Call,
  slug: string,
  version: number,
  input: NewAcceptance,
): Promise<Acceptance> {
  const { keyId, lineageId } = call.principal;
  const note = input.note ?? null;
  const acceptedBy = call.principal.partnerId === null ? "operator" : "partner";
  const partnerId = whoAccepts(call, note, input.partner_id);
  return change(services, call, async (tx) => {
    await visibleDataset(tx, call, slug);
    const terms = await findTerms(tx, slug, version);
    if (!terms) throw new Problem("not_found");
    if (!idForm.test(partnerId) || !(await lockPartner(tx, partnerId))) throw noPartner();
    const row = await insertAcceptance(tx, {
      id: services.newId("acc"),
      partnerId,
      dataset: slug,
      version,
      sha256: terms.sha256,
      acceptedBy,
      keyId,
      lineageId,
      note,
      requestId: call.requestId,
      acceptedAt: services.clock(),
    });
    const first = row ?? (await findAcceptance(tx, { partnerId, dataset: slug, version }));
    if (!first) throw new Error("an acceptance is there already and cannot be found");
    const result = toAcceptance(first);
    return {
      result,
      action: row ? "terms.accepted" : "terms.accepted_again",
      target: `${slug}/${version}`,
      partnerId,
      after: result,
      ...(row && { rights: true }),
    };
  });
}

/** A partner accepts for itself; an operator says for whom, and how it came to know. */
function whoAccepts({ principal }: Call, note: string | null, wanted: string | undefined): string {
  if (principal.partnerId !== null) {
    if (wanted !== undefined && wanted !== principal.partnerId) throw noPartner();
    return principal.partnerId;
  }
  if (wanted === undefined) throw invalidRequest([{ path: "partner_id", message: "say which partner has accepted" }]);
  if (note === null) throw invalidRequest([{ path: "note", message: "say how the partner has accepted" }]);
  return wanted;
}

/** Of a dataset: an operator sees all, a partner its own. */
export async function listAcceptances(
  { store, secrets }: Services,
  call: Call,
  slug: string,
  { limit, after, partner_id: wanted }: AcceptanceQuery,
): Promise<Page<Acceptance>> {
  await visibleDataset(store.db, call, slug);
  const own = call.principal.partnerId;
  const isForeign = own !== null && wanted !== undefined && wanted !== own;
  const partnerId = own ?? wanted;
  return pageById(
    secrets,
    { call, list: "acceptances", filters: { slug, wanted } },
    { limit, after },
    async (after, limit) => (isForeign ? [] : selectAcceptances(store.db, { dataset: slug, partnerId }, after, limit)),
    ({ id }) => id,
    toAcceptance,
  );
}

const noPartner = () =>
  new Problem("not_found", {
    detail: "There is no such partner.",
    errors: [{ path: "partner_id", message: "is no partner" }],
    next: ["wizdata partners list"],
  });
