/** What a middleware calls to go on: the next one, and after the last one the server. */
export type Next = (request: Request) => Promise<Response>;

/**
 * Stands around every attempt of every call, the first of a list outermost. It may change the request, look at the answer, answer
 * itself, or throw: what it throws itself is not tried again. It sees the key, and whatever it logs.
 *
 * @example const wizdata = new WizData({ middleware: [async (request, next) => { const response = await next(request); console.error(request.method, request.url, response.status); return response; }] });
 */
export type Middleware = (request: Request, next: Next) => Response | Promise<Response>;

/** One fetch out of the onion: its innermost layer is `last`. */
export function wrapped(middleware: readonly Middleware[], last: Next): Next {
  return middleware.reduceRight<Next>((next, layer) => async (request) => layer(request, next), last);
}
