import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Home, Start } from "../../scripts/proving/home.ts";
import { injectInto } from "../../scripts/proving/strace.ts";

/** One way for room to run out. */
export type Way = {
  name: string;
  /** A folder for the home, where it has to be a special one; undefined where it cannot be made here. */
  mount?: () => { folder: string; unmount(): void } | undefined;
  startOf(home: Home): Start;
  /** Takes the room away, and gives what brings it back. */
  fill(home: Home, pid: number): Promise<() => Promise<void>>;
  /** Where a file may not grow, SQLite cannot tell that from a broken disk: the server ends, and another one goes on. */
  endsServer: boolean;
};

const tmpfsMb = 48;
const ballastBytes = 1 << 16;
/** Of a file beyond what it has when the server starts; a WAL begins at nothing. */
const growthKb = 400;
const full = new URL("full.mjs", import.meta.url);

const small: Way = {
  name: "a full tmpfs",
  mount() {
    const disk = mkdtempSync(join(tmpdir(), "wizdata-disk-"));
    const args = ["-t", "tmpfs", "-o", `size=${tmpfsMb}m`, "tmpfs", disk];
    if (spawnSync("mount", args, { stdio: "ignore" }).status !== 0) return void rmSync(disk, { recursive: true });
    return {
      folder: join(disk, "home"),
      unmount() {
        spawnSync("umount", [disk]);
        rmdirSync(disk);
      },
    };
  },
  startOf: () => ({}),
  async fill({ folder }) {
    const ballast = join(folder, "ballast");
    const file = openSync(ballast, "w");
    try {
      for (;;) writeSync(file, Buffer.alloc(ballastBytes, 1));
    } catch {
      // There is no room for more.
    }
    closeSync(file);
    return async () => rmSync(ballast);
  },
  endsServer: false,
};

const pages: Way = {
  name: "max_page_count",
  startOf: () => ({ settings: { NODE_OPTIONS: `--import=${full}` } }),
  async fill({ folder }) {
    writeFileSync(join(folder, "full"), "");
    return async () => rmSync(join(folder, "full"));
  },
  endsServer: false,
};

const limit: Way = {
  name: "ulimit -f",
  startOf({ folder }) {
    const kb = Math.ceil(statSync(join(folder, "control.sqlite")).size / 1024) + growthKb;
    return { under: ["bash", "-c", `ulimit -f ${kb}; exec "$0" "$@"`] };
  },
  fill: async () => async () => {},
  endsServer: true,
};

const injected: Way = {
  name: "ENOSPC of pwrite",
  startOf: () => ({}),
  async fill(_home, pid) {
    const fault = await injectInto(pid, "pwrite64", "error=ENOSPC");
    return () => fault.end();
  },
  endsServer: false,
};

export const ways: readonly Way[] = [small, pages, limit, injected];
