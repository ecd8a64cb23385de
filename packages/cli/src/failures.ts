/** What the process exits with. Scripts depend on these numbers, so they never change. */
export const exitCodes = {
  fine: 0,
  bug: 1,
  usage: 2,
  configuration: 3,
  unauthenticated: 4,
  forbidden: 5,
  not_found: 6,
  conflict: 7,
  still_running: 8,
  limited: 9,
  server: 10,
  network: 11,
  integrity: 12,
  partly_done: 13,
  interrupted: 130,
  terminated: 143,
} as const;
export type ExitName = keyof typeof exitCodes;

type Fields = {
  hint?: string | undefined;
  /** Commands that help, most likely first. */
  next?: readonly string[] | undefined;
  requestId?: string | undefined;
  /** More members of the error in JSON mode, named as the API names them. */
  details?: Record<string, unknown> | undefined;
  cause?: unknown;
};

/** The only way a command ends badly: what happened, and what to do about it. */
export class Failure extends Error {
  readonly exit: ExitName;
  readonly code: string;
  readonly hint: string | undefined;
  readonly next: readonly string[];
  readonly requestId: string | undefined;
  readonly details: Record<string, unknown>;

  constructor(exit: ExitName, code: string, message: string, fields: Fields = {}) {
    super(message, { cause: fields.cause });
    this.exit = exit;
    this.code = code;
    this.hint = fields.hint;
    this.next = fields.next ?? [];
    this.requestId = fields.requestId;
    this.details = fields.details ?? {};
  }

  get exitCode(): number {
    return exitCodes[this.exit];
  }
}

export const usageFailure = (message: string, fields?: Fields) => new Failure("usage", "usage", message, fields);

/** The error as `--json` prints it. */
export function failureBody(failure: Failure): Record<string, unknown> {
  const { code, message, exitCode, requestId = null, hint = null, next, details } = failure;
  const stated = { code, message, exit_code: exitCode, request_id: requestId, hint, next };
  // Stated first for the reader, and last so that no detail takes its place.
  return { ...stated, ...details, ...stated };
}
