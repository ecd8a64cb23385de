import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** What a server is started under, so that all is written down that it gave to the disk and to its clients. */
export const straceTo = (file: string): string[] => [
  ..."strace -f --seccomp-bpf -qqq -y -xx -s 200000 -e signal=none".split(" "),
  ..."-e trace=pwrite64,fsync,fdatasync,ftruncate,unlink,write,writev,sendto,sendmsg".split(" "),
  "-o",
  file,
];

/** One call of the system. Threads take turns in the midst of calls, so it begins and ends. */
export type SystemCall = { name: string; file: string; text: string };
export type Listener = { begins(call: SystemCall): void; ends(call: SystemCall, result: number): void };

const begun = /^(\d+) +(\w+)\((.*)$/;
const resumed = /^(\d+) +<\.\.\. \w+ resumed>.* = (-?\d+)/;
const unfinished = / <unfinished \.\.\.>$/;
const ended = / = (-?\d+)[^"]*$/;
const descriptor = /^\d+<([^>]*)>/;
const strings = /"((?:\\x[0-9a-f]{2})*)"/g;

/** Tells of all calls of a trace, in their order. */
export async function readTrace(file: string, listener: Listener): Promise<void> {
  const running = new Map<string, SystemCall>();
  for await (const line of createInterface({ input: createReadStream(file, "latin1") })) {
    const [, again, value] = resumed.exec(line) ?? [];
    const known = again === undefined ? undefined : running.get(again);
    if (again !== undefined && known) {
      running.delete(again);
      listener.ends(known, Number(value));
      continue;
    }
    const [, pid = "", name = "", text = ""] = begun.exec(line) ?? [];
    if (name === "") continue;
    const call = { name, file: textOf(descriptor.exec(text)?.[1] ?? ""), text };
    listener.begins(call);
    if (unfinished.test(text)) running.set(pid, call);
    else listener.ends(call, Number(ended.exec(text)?.[1] ?? -1));
  }
}

/** The bytes of all strings of a call, one after the other. @throws when strace did not write all of them down. */
export function bytesOf({ name, text }: SystemCall): Buffer {
  if (text.includes('"...')) throw new Error(`A ${name} is longer than what was traced of it.`);
  const hex = [...text.matchAll(strings)].map(([, string = ""]) => string.replaceAll("\\x", ""));
  return Buffer.from(hex.join(""), "hex");
}

/** Its last plain number, as in `pwrite64(fd, bytes, length, offset)` and `ftruncate(fd, length)`. */
export function lastNumberOf({ text }: SystemCall): number {
  const [, number] = /, (\d+)(?:\)| <unfinished)[^"]*$/.exec(text) ?? [];
  if (number === undefined) throw new Error(`There is no number at the end of ${text.slice(-80)}`);
  return Number(number);
}

const textOf = (text: string) => Buffer.from(text.replaceAll("\\x", ""), "hex").toString();
