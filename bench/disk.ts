import { spawnSync } from "node:child_process";

/** `as-is`, or one on which every fsync takes 4 ms longer, as on a busy cloud volume. */
export type Disk = "as-is" | "slow";

const delayMicros = 4_000;

/** Only fsync stops for strace (seccomp decides it in the kernel): all other calls run at full speed. */
const slowDisk = [
  "strace",
  "-f",
  "--seccomp-bpf",
  "-qqq",
  "-o",
  "/dev/null",
  "-e",
  "trace=fsync,fdatasync",
  "-e",
  `inject=fsync,fdatasync:delay_exit=${delayMicros}`,
];

/** What a program is started under to have such a disk. */
export const commandOn = (disk: Disk): string[] => (disk === "slow" ? slowDisk : []);

export const toolsFor = (disk: Disk): string[] => (disk === "slow" ? ["strace"] : []);

export const nameOn = (name: string, disk: Disk): string => (disk === "slow" ? `${name}-slow-disk` : name);

/** Whether a program can be started here; strace may be installed and still not be allowed to trace. */
export function isUsable(tool: string): boolean {
  const args = tool === "strace" ? ["-f", "--seccomp-bpf", "-qqq", "-o", "/dev/null", "true"] : ["--version"];
  return spawnSync(tool, args, { stdio: "ignore" }).status === 0;
}
