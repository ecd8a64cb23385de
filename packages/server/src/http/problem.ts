import { z } from "@hono/zod-openapi";
import { BrokenExports, BrokenSubscriptions, Contract, ContractChange } from "../datasets/contract-schemas.ts";

/** Every problem the API can answer with. No code, status or title is written anywhere else. */
export const problems = {
  invalid_request: { status: 400, title: "The request does not match the contract" },
  broken_request: { status: 400, title: "The request is not well-formed HTTP" },
  invalid_json: { status: 400, title: "The body is not well-formed JSON" },
  invalid_cursor: { status: 400, title: "The cursor is not one that this list gave" },
  digest_mismatch: { status: 400, title: "The bytes are not those that their digest names" },
  unauthenticated: { status: 401, title: "No valid API key was sent" },
  insufficient_scope: { status: 403, title: "The API key lacks the scope this needs" },
  forbidden: { status: 403, title: "This is not for this kind of API key" },
  partner_suspended: { status: 403, title: "The partner is suspended" },
  subscription_required: { status: 403, title: "The partner has no live subscription to this dataset" },
  policy_unfit: { status: 403, title: "What the tier shows of this version cannot be decided" },
  feature_not_licensed: { status: 403, title: "The tier of the subscription does not include this feature" },
  not_self_service: { status: 403, title: "The operator does this for the partner" },
  terms_not_accepted: { status: 403, title: "The partner has yet to accept the terms of the dataset" },
  beyond_own_rights: { status: 403, title: "A key cannot give more than it has" },
  link_expired: { status: 403, title: "The link has expired" },
  not_found: { status: 404, title: "There is no such thing, or it is not visible to this key" },
  no_version_published: { status: 404, title: "The dataset has no published version yet" },
  method_not_allowed: { status: 405, title: "This path does not answer to this method" },
  not_acceptable: { status: 406, title: "Nothing that can be given is acceptable to the caller" },
  request_timeout: { status: 408, title: "The request did not come in time" },
  conflict: { status: 409, title: "The thing is not in a state that allows this" },
  already_exists: { status: 409, title: "There is one already" },
  already_subscribed: { status: 409, title: "The partner has a live subscription to this dataset" },
  key_not_rotatable: { status: 409, title: "An expired, revoked or replaced key cannot be rotated" },
  no_overlap: { status: 409, title: "No rotation of this key is in its overlap" },
  last_operator_key: { status: 409, title: "The last operator key that can make others cannot be revoked" },
  would_lock_out: { status: 409, title: "The key could not be used from where it is used now" },
  too_many: { status: 409, title: "There are as many of these as may be" },
  no_row_identity: { status: 409, title: "The dataset has no key, so its rows cannot be told apart" },
  versions_incomparable: { status: 409, title: "Rows of the one version cannot be compared with those of the other" },
  ledger_not_signed: { status: 409, title: "The ledger of this day is not signed yet" },
  export_not_ready: { status: 409, title: "The export is not ready" },
  export_room_full: { status: 409, title: "The exports of the partner have all the room they may" },
  upload_incomplete: { status: 409, title: "Not all of the file has been received" },
  publish_in_progress: { status: 409, title: "Another version of this dataset is being published" },
  mode_not_possible: { status: 409, title: "A version cannot be made from the one before in this way" },
  transition_not_allowed: { status: 409, title: "The state of the dataset does not lead there" },
  schema_contract: { status: 409, title: "The columns would change beyond the contract of the dataset" },
  dataset_deprecated: { status: 409, title: "The dataset is deprecated and takes no new subscriptions" },
  usage_conflict: { status: 409, title: "Usage of this name was reported with other content" },
  idempotency_in_progress: { status: 409, title: "A call with this Idempotency-Key is still running" },
  ledger_not_readable: { status: 410, title: "The events of this day are not those that were signed" },
  version_retracted: { status: 410, title: "The version was withdrawn" },
  version_removed: { status: 410, title: "The version is no longer kept" },
  export_expired: { status: 410, title: "The export has expired" },
  precondition_failed: { status: 412, title: "The file is not the one If-Match names" },
  dataset_retired: { status: 410, title: "The dataset is retired: it serves no rows and no exports" },
  payload_too_large: { status: 413, title: "The body is too large" },
  unsupported_media_type: { status: 415, title: "The body is of a type or encoding that is not read here" },
  range_not_satisfiable: { status: 416, title: "The file has none of the bytes asked for" },
  idempotency_key_reused: { status: 422, title: "This Idempotency-Key was used with another body" },
  faulty_upload: { status: 422, title: "The file has faults, and nothing of it was published" },
  too_many_rows: { status: 422, title: "It would have more rows than the caller allows" },
  faulty_sql: { status: 422, title: "The statement is not one SELECT that can be run" },
  sql_too_broad: { status: 422, title: "The statement takes more than one may" },
  query_too_broad: { status: 422, title: "No index serves this query" },
  head_too_large: { status: 431, title: "The headers of the request are too large" },
  rate_limited: { status: 429, title: "Too many calls in a minute" },
  quota_exceeded: { status: 429, title: "The quota is used up" },
  spending_limit_reached: { status: 429, title: "The monthly spending limit is reached" },
  internal: { status: 500, title: "Something failed on our side" },
  unavailable: { status: 503, title: "The service cannot answer now" },
  storage_full: { status: 507, title: "There is no room to store this" },
} as const satisfies Record<string, { status: ProblemStatus; title: string }>;

type ProblemStatus =
  | 400
  | 401
  | 403
  | 404
  | 405
  | 406
  | 408
  | 409
  | 410
  | 412
  | 413
  | 415
  | 416
  | 422
  | 429
  | 431
  | 500
  | 503
  | 507;
export type ProblemCode = keyof typeof problems;

/** What to do, where the place that fails knows no more than the code. The same text for what is missing and what is another's. */
const usualDetails: Partial<Record<ProblemCode, string>> = {
  broken_request: "Send it with an HTTP client: one Host, one length, lines that end with CR LF.",
  request_timeout: "Send the head at once, and the body without long pauses.",
  head_too_large: "Send fewer or shorter headers: all of them together may have 16 KiB.",
  invalid_request: "Compare the request with the contract at /openapi.json.",
  unauthenticated: "Send one living key, as Authorization: Bearer wz_… or as X-API-Key.",
  not_found: "Check the path and the id, and that this key may see it.",
  no_version_published: "Ask again when the first version is published.",
  internal: "Try again. If it fails again, report it with the request_id.",
};

/** What a problem may say besides its code. All of it is public; `cause` goes to the log only. */
export type ProblemFields = {
  detail?: string;
  errors?: { path: string; message: string }[];
  /** Commands of the CLI that help, most likely first. */
  next?: string[];
  retryAfterSeconds?: number;
  /** Members of this problem's own, as `extensions` of problemSchema lists them. */
  extensions?: Partial<z.infer<typeof Extensions>>;
  headers?: Record<string, string>;
  cause?: unknown;
};

const detailCharsMax = 500;

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly fields: ProblemFields;

  constructor(code: ProblemCode, fields: ProblemFields = {}) {
    const framesMax = Error.stackTraceLimit;
    // Where a caller's mistake was noticed helps nobody, and to write it down takes longer than to answer.
    if (problems[code].status < 500) Error.stackTraceLimit = 0;
    super(fields.detail ?? problems[code].title, { cause: fields.cause });
    Error.stackTraceLimit = framesMax;
    this.code = code;
    this.fields = fields;
  }

  get status(): ProblemStatus {
    return problems[this.code].status;
  }
}

/** A request with wrong fields; the detail says all of it in one line. */
export function invalidRequest(errors: { path: string; message: string }[]): Problem {
  const detail = errors.map(({ path, message }) => `${path}: ${message}`).join("; ");
  return new Problem("invalid_request", { detail: detail.slice(0, detailCharsMax), errors });
}

const EstimatedFigure = z.object({ value: z.int(), exact: z.boolean(), at_most: z.int().nullable() });

const Extensions = z.object({
  required_scope: z.string().openapi({ description: "The scope the key lacks." }),
  tiers: z.array(z.string()).openapi({ description: "Tiers that would allow it." }),
  successor: z.string().openapi({ description: "The dataset that takes its place." }),
  contract: Contract,
  columns: z.array(ContractChange).openapi({ description: "What changes beyond the contract." }),
  subscriptions: BrokenSubscriptions.openapi({
    description: "Live subscriptions that see a column which goes or changes: the first 20.",
  }),
  exports: BrokenExports.openapi({
    description: "Exports, under way or ready, whose query names such a column: the first 20.",
  }),
  reason: z.string().openapi({ description: "Why it was withdrawn, as the operator says it." }),
  terms_version: z.int().openapi({ description: "The version of the terms that is to be accepted." }),
  limit: z
    .object({
      name: z.string().openapi({ example: "license-day" }),
      quota: z.int(),
      remaining: z.int(),
      resets_at: z.iso.datetime(),
    })
    .openapi({ description: "The limit that refused the call." }),
  faults: z.array(
    z.object({
      line: z.int().openapi({ description: "The line of a text file, the row of a Parquet file, from 1." }),
      column: z.string().nullable(),
      value: z.string().nullable(),
      reason: z.string(),
    }),
  ),
  fault_count: z.int(),
  schemas: z
    .array(
      z.object({
        version: z.int(),
        key: z.array(z.string()),
        columns: z.array(z.object({ name: z.string(), type: z.string() })),
      }),
    )
    .openapi({ description: "The key and the columns of each of the versions that cannot be compared." }),
  estimate: z
    .object({ rows: z.int(), bytes: EstimatedFigure, files: EstimatedFigure })
    .openapi({ description: "What it would come to." }),
  position: z.int().openapi({ description: "The character of the statement where it is wrong, from 1." }),
});

const problemType = (code: ProblemCode) => `https://wizdata.dev/problems/${code}`;

/** One component per problem code, so that an SDK can tell them apart by `code`. */
export function problemSchema(code: ProblemCode) {
  const { status, title } = problems[code];
  return z
    .object({
      type: z.literal(problemType(code)),
      title: z.literal(title),
      status: z.literal(status),
      code: z.literal(code),
      detail: z.string().optional(),
      request_id: z.string(),
      errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
      next: z.array(z.string()).optional(),
      ...Extensions.partial().shape,
    })
    .openapi(`Problem_${code}`);
}

export function problemBody({ code, fields }: Problem, requestId: string): Record<string, unknown> {
  const { status, title } = problems[code];
  const { detail = usualDetails[code], errors, next, extensions } = fields;
  return { type: problemType(code), title, status, code, detail, request_id: requestId, errors, next, ...extensions };
}
