import type { Call } from "../http/call.ts";
import { Problem } from "../http/problem.ts";
import type { Db } from "../store/store.ts";
import { type OpenTerms, openTerms } from "./queries.ts";

type Wanted = Pick<OpenTerms, "version"> & { dataset: string /** For whom an operator accepts. */; partnerId?: string };

/** Who subscribes does so on the newest terms, also where they are needed of others later only. */
export async function refuseUnaccepted(tx: Db, { principal }: Call, dataset: string, partnerId: string): Promise<void> {
  const open = await openTerms(tx, dataset, partnerId);
  if (open) throw notAccepted({ dataset, ...open, ...(principal.partnerId === null && { partnerId }) });
}

export function notAccepted({ dataset, version, partnerId }: Wanted): Problem {
  const accept = `wizdata terms accept ${dataset} --version ${version}`;
  const onBehalf = partnerId === undefined ? "" : ` --partner ${partnerId} --note '…'`;
  return new Problem("terms_not_accepted", {
    detail: `Version ${version} of the terms of ${dataset} has to be accepted first: read it, then accept it with a key that has the scope terms:accept.`,
    extensions: { terms_version: version },
    next: [`wizdata terms show ${dataset} --version ${version}`, `${accept}${onBehalf}`],
  });
}
