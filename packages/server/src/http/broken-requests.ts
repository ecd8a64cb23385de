import type { Socket } from "node:net";
import { Problem, type ProblemCode, problemBody } from "./problem.ts";

const codes: Record<string, ProblemCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: "request_timeout",
  HPE_HEADER_OVERFLOW: "head_too_large",
};

/** To what is no HTTP, or never became a whole request: the same form of answer as to everything else, and the end of the connection. */
export function answerBrokenRequest({ code = "" }: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || code === "ECONNRESET") return void socket.destroy();
  const problem = new Problem(codes[code] ?? "broken_request");
  // It has no request of ours to name: nothing of it was understood.
  const body = JSON.stringify(problemBody(problem, "none"));
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${reasons[problem.status] ?? "Bad Request"}`,
      "Content-Type: application/problem+json",
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Cache-Control: no-store",
      "X-Content-Type-Options: nosniff",
      "Connection: close",
      "",
      body,
    ].join("\r\n"),
    () => socket.destroy(),
  );
}

const reasons: Record<number, string> = { 408: "Request Timeout", 431: "Request Header Fields Too Large" };
