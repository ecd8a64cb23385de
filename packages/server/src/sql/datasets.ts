import { slugForm } from "../datasets/schemas.ts";
import type { Call } from "../http/call.ts";
import { invalidRequest, Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { type Access, type PublishedVersion, versionAsOf } from "../subscriptions/access.ts";
import { sightOf, versionSeen } from "../subscriptions/sight.ts";
import type { NamedTable } from "./messages.ts";
import type { SqlQuery } from "./schemas.ts";

/** A dataset that a statement names: what of it is read, and every name it goes by there. */
export type NamedDataset = { slug: string; names: string[]; read: "all" | string[] };

/** A slug has no underscore and no capital, so each name is one dataset's: its slug, or its slug with underscores for dashes. */
export function namedDatasets(tables: readonly NamedTable[]): NamedDataset[] {
  const found = new Map<string, NamedDataset>();
  for (const { name, columns } of tables) {
    const slug = name.toLowerCase().replaceAll("_", "-");
    const known = found.get(slug);
    const read = known?.read === "all" || columns === "all" ? "all" : [...(known?.read ?? []), ...columns];
    found.set(slug, { slug, names: [...new Set([slug, slug.replaceAll("-", "_")])], read });
  }
  const named = [...found.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const odd = named.find(({ slug }) => !slugForm.test(slug));
  if (odd) throw new Problem("not_found", { detail: `${odd.slug} is not the name of a dataset.` });
  if (named.length === 0)
    throw new Problem("faulty_sql", {
      detail: "The statement names no dataset. A dataset you subscribe to is a table of its slug.",
      next: ["wizdata subscriptions list"],
    });
  return named;
}

/** A version that is named for a dataset which the statement does not read was meant for something. */
export function checkPins(named: readonly NamedDataset[], { versions = {} }: SqlQuery): void {
  const slugs = new Set(named.map(({ slug }) => slug));
  const stray = Object.keys(versions).filter((slug) => !slugs.has(slug));
  if (stray.length > 0)
    throw invalidRequest(
      stray.map((slug) => ({ path: `versions.${slug}`, message: "is not a dataset that the statement names" })),
    );
}

/** The version that the query asks for, with nothing in it that the caller may not see. */
export async function versionFor(
  services: Services,
  call: Call,
  access: Access,
  { versions = {}, as_of: asOf }: SqlQuery,
): Promise<PublishedVersion> {
  const { dataset, version: current } = access;
  const pinned = Object.hasOwn(versions, dataset) ? versions[dataset] : undefined;
  const moment = asOf === undefined ? undefined : new Date(asOf);
  const number = pinned ?? (moment ? (await versionAsOf(services, dataset, moment)).number : current);
  return versionSeen(services, dataset, number, sightOf(services, call, access));
}
