import { globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const pattern = "/usr/lib/{*/,}faketime/libfaketimeMT.so.1";

/** A clock of server processes that can be set while they run. Their monotonic clock goes on as it does. */
export type FakeTime = { settings: Record<string, string>; set(atMs: number): void; nowMs(): number; remove(): void };

export function openFakeTime(): FakeTime {
  const [library] = globSync(pattern);
  if (library === undefined) throw new Error(`There is no ${pattern}: install the package faketime.`);
  const folder = mkdtempSync(join(tmpdir(), "wizdata-clock-"));
  const file = join(folder, "offset");
  let offsetSeconds = 0;
  const set = (atMs: number) => {
    offsetSeconds = Math.round((atMs - Date.now()) / 1000);
    writeFileSync(file, `${offsetSeconds < 0 ? "" : "+"}${offsetSeconds}`);
  };
  set(Date.now());
  return {
    settings: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
      FAKETIME_DONT_RESET: "1",
    },
    set,
    nowMs: () => Date.now() + offsetSeconds * 1000,
    remove: () => rmSync(folder, { recursive: true }),
  };
}
