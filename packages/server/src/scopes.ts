/** Every right a key can carry, and what it allows. Compared exactly: no scope contains another. */
export const scopes = {
  "datasets:read": "See the catalog and the samples",
  "datasets:write": "Register datasets, set licenses, publish versions",
  "terms:accept": "Accept the terms of datasets for the company",
  "data:read": "Query rows",
  "exports:read": "See and download exports",
  "exports:write": "Create and cancel exports",
  "usage:read": "See usage and limits",
  "usage:write": "Report usage that was measured elsewhere, and take usage back",
  "partners:read": "See partners",
  "partners:write": "Onboard, change, suspend and reactivate partners",
  "keys:read": "See keys",
  "keys:write": "Create, change, rotate and revoke keys",
  "subscriptions:read": "See subscriptions",
  "subscriptions:write": "Subscribe, change and cancel; a partner as far as its operator lets it",
  "operators:read": "See operator keys",
  "operators:write": "Create, rotate and revoke operator keys",
  "checks:read": "See what checks of the platform found",
  "checks:write": "Have the platform checked",
} as const satisfies Record<string, string>;

export type Scope = keyof typeof scopes;
export const scopeNames = Object.keys(scopes) as [Scope, ...Scope[]]; // the keys of a constant object are its type's keys

/** What a partner's key may carry: its own company's side of the business. */
export const partnerScopes = [
  "datasets:read",
  "terms:accept",
  "data:read",
  "exports:read",
  "exports:write",
  "usage:read",
  "partners:read",
  "keys:read",
  "keys:write",
  "subscriptions:read",
  "subscriptions:write",
] as const satisfies readonly Scope[];

/** What a new partner key carries unless told otherwise. */
export const usualPartnerScopes = [
  "datasets:read",
  "data:read",
  "exports:read",
  "exports:write",
  "usage:read",
  "partners:read",
  "subscriptions:read",
] as const satisfies readonly Scope[];
