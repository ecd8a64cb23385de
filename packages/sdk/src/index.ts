export {
  APIError,
  AuthenticationError,
  ConflictError,
  NotFoundError,
  PermissionDeniedError,
  QuotaExceededError,
  RateLimitError,
  ServerError,
  ValidationError,
} from "./api-errors.ts";
export { WizData, type WizDataOptions } from "./client.ts";
export {
  type Attempt,
  ConfigurationError,
  ConnectionError,
  DeadlineError,
  IntegrityError,
  StreamInterruptedError,
  TimeoutError,
  WizDataError,
} from "./errors.ts";
export type * from "./generated/resources.ts";
export type * from "./generated/schemas.ts";
export { problemCodes } from "./generated/schemas.ts";
export type { Page, Paged } from "./pages.ts";
export type { Fetch } from "./send.ts";
export type { CallOptions, Logger } from "./transport.ts";
export type { Upload } from "./upload.ts";
export { version } from "./version.ts";
