import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { ProblemCode } from "../http/problem.ts";

/**
 * What a monitor counts of this process. Labels are names of operations, statuses and codes, of which there are few: no id, no
 * tenant and no address is ever one, so that neither memory nor secrets grow out of what callers send.
 */
export type Metrics = {
  registry: Registry;
  /** From the first middleware to the beginning of the answer. */
  answered(operation: string, status: number, ms: number): void;
  refused(code: ProblemCode): void;
  /** One group of metered answers, stored: its size, and the wait for the database and its disk. */
  committed(members: number, ms: number): void;
};

// A page takes a millisecond when all is well, a slow disk tens, an upload seconds.
const answerSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30];
const commitSeconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2];
const groupMembers = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
const msPerSecond = 1_000;

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "wizdata_requests_total",
    help: "Requests answered, by operation and status.",
    labelNames: ["operation", "status"] as const,
    registers,
  });
  const seconds = new Histogram({
    name: "wizdata_request_seconds",
    help: "Time until the answer began, by operation.",
    labelNames: ["operation"] as const,
    buckets: answerSeconds,
    registers,
  });
  const problems = new Counter({
    name: "wizdata_problems_total",
    help: "Problems answered, by code.",
    labelNames: ["code"] as const,
    registers,
  });
  const members = new Histogram({
    name: "wizdata_commit_members",
    help: "Metered answers stored by one commit.",
    buckets: groupMembers,
    registers,
  });
  const commits = new Histogram({
    name: "wizdata_commit_seconds",
    help: "How long a group of metered answers waited for its commit, disk included.",
    buckets: commitSeconds,
    registers,
  });
  return {
    registry,
    answered(operation, status, ms) {
      requests.inc({ operation, status });
      seconds.observe({ operation }, ms / msPerSecond);
    },
    refused: (code) => problems.inc({ code }),
    committed(count, ms) {
      members.observe(count);
      commits.observe(ms / msPerSecond);
    },
  };
}
