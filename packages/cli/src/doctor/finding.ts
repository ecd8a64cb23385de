import type { ExitName } from "../failures.ts";
import { arrayOf, nullable, objectOf, oneOf, string } from "../output/schema.ts";

/** One thing that was looked at. `hint` says what to do where it is not ok; `exit` is what a failure of it ends the process with. */
export type Finding = {
  name: string;
  status: "ok" | "warn" | "fail";
  message: string;
  hint: string | null;
  exit: ExitName;
};

export const findingsSchema = objectOf({
  status: oneOf("ok", "warn", "fail"),
  findings: arrayOf(
    objectOf({
      name: string,
      status: oneOf("ok", "warn", "fail"),
      message: string,
      hint: nullable(string),
      exit: string,
    }),
  ),
});

export const ok = (name: string, message: string): Finding => ({
  name,
  status: "ok",
  message,
  hint: null,
  exit: "fine",
});

export const warn = (name: string, message: string, hint: string): Finding => ({
  name,
  status: "warn",
  message,
  hint,
  exit: "fine",
});

export const fail = (name: string, exit: ExitName, message: string, hint: string): Finding => ({
  name,
  status: "fail",
  message,
  hint,
  exit,
});

export function worst(findings: readonly Finding[]): Finding["status"] {
  const statuses = findings.map(({ status }) => status);
  return statuses.includes("fail") ? "fail" : statuses.includes("warn") ? "warn" : "ok";
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How far off a moment is, in words: `3 days`, `5 hours`. */
export function span(ms: number): string {
  const of = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;
  if (ms >= 2 * dayMs) return of(Math.floor(ms / dayMs), "day");
  return ms >= 2 * hourMs ? of(Math.floor(ms / hourMs), "hour") : of(Math.max(0, Math.round(ms / 60_000)), "minute");
}
