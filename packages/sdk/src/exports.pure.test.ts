import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { DeadlineError, ExportFailedError } from "./index.ts";
import { answer, serve } from "./testing/server.ts";

const job = (status: string, rows_done = 0) => ({
  id: "exp_1",
  status,
  error: status === "failed" ? "the disk is full" : null,
  progress: { rows_done, rows_total: 100 },
});

test("waiting ends when the export is ready, and tells each step on the way", async () => {
  const { client, requests } = await serve((response, _, count) =>
    answer(response, job(["queued", "running", "ready"][count - 1] ?? "ready", count * 30)),
  );
  const seen: number[] = [];
  const ready = await client().exports.wait("exp_1", { onProgress: ({ progress }) => seen.push(progress.rows_done) });
  expect(ready.status).toBe("ready");
  expect(seen).toEqual([30, 60, 90]);
  expect(requests[0]?.url).toBe("/api/v1/exports/exp_1?wait_seconds=1");
});

test.each(["failed", "canceled", "expired"])(
  "waiting for an export that is %s ends with an error that has it",
  async (status) => {
    const { client } = await serve((response) => answer(response, job(status)));
    const error = await client()
      .exports.wait("exp_1")
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ExportFailedError);
    expect(error).toMatchObject({ name: "ExportFailedError", export: { id: "exp_1", status } });
  },
);

test("waiting ends at its deadline, however slow the export is", async () => {
  const { client, requests } = await serve((response, _, count) => count === 1 && answer(response, job("running")));
  await expect(client().exports.wait("exp_1", { deadlineMs: 60 })).rejects.toBeInstanceOf(DeadlineError);
  expect(requests).toHaveLength(2);
});

test("a download is what the manifest promises, and only that", async () => {
  const csv = "date,code\n2020-01-02,SCOM\n";
  const sha256 = createHash("sha256").update(csv).digest("hex");
  const to = await mkdtemp(join(tmpdir(), "wizdata-sdk-"));
  onTestFinished(() => rm(to, { recursive: true }));
  const { client, requests } = await serve((response, { url }) =>
    url.endsWith("/manifest")
      ? answer(response, { files: [{ name: "nse-kenya-v7.csv", bytes: csv.length, rows: 1, sha256 }] })
      : response.end(csv),
  );
  const [path = ""] = await client().exports.download("exp_1", { to });
  expect(path).toBe(join(to, "nse-kenya-v7.csv"));
  expect(await readFile(path, "utf8")).toBe(csv);
  expect(new TextDecoder().decode(await client().exports.file("exp_1", "nse-kenya-v7.csv"))).toBe(csv);
  expect(requests.map(({ url }) => url)).toEqual(
    ["manifest", "files/nse-kenya-v7.csv", "files/nse-kenya-v7.csv"].map((end) => `/api/v1/exports/exp_1/${end}`),
  );
});
