import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { withClients } from "../load.ts";
import type { Measure } from "../measure.ts";
import { pagePaths } from "../nse-kenya.ts";
import { withPlatform } from "../platform.ts";
import { type ServerProcess, startServer } from "../server-process.ts";

/** A key that nobody can have: its checksum is wrong. */
const garbageKey = `wz_live_${"0".repeat(49)}`;
const provedRequests = 200;
const stretchesMax = 3;

/** Guessing at keys costs a server next to nothing: our 401 against a 404 of a server that knows no such path. */
export const garbageKeyMeasure: Measure = {
  name: "garbage-key",
  unit: "requests/s",
  peerName: "bare Hono server's 404",
  goal: 0.6,
  needs: ["strace"],
  open: (run) =>
    withPlatform("as-is", async (platform) => {
      await platform.publish();
      const [goodKey = ""] = await platform.onboard(1);
      const paths = pagePaths();
      const peer = await startServer(new URL("../peers/page.ts", import.meta.url), [platform.home]);
      try {
        const counted = await countFileCalls(platform, paths, goodKey);
        const absent = paths.map((path) => path.replace("/api/", "/no-such-api/"));
        return await withClients({ paths, keys: [garbageKey] }, (clients) =>
          withClients({ paths: absent, keys: [garbageKey] }, async (peerClients) => {
            await clients.warmUp(platform, 401);
            await peerClients.warmUp(peer, 404);
            return run({
              ours: () => clients.ask(platform, 401),
              peer: () => peerClients.ask(peer, 404),
              observed: () => ({
                facts: { file_calls: counted.garbage, file_calls_of_good_key: counted.good },
                holds: counted.garbage === 0 && counted.good > 0,
              }),
            });
          }),
        );
      } finally {
        await peer.stop();
      }
    }),
};

/**
 * Calls to the kernel that name a file or read, write, lock or sync one, while only such requests come. SQLite takes a lock
 * for each statement, so without any of these there was no SQL; a good key shows that they would have been seen.
 */
async function countFileCalls(server: ServerProcess, paths: string[], goodKey: string) {
  const trace = async (key: string, requests: number) => {
    const strace = spawn(
      "strace",
      [
        "-f",
        "-qqq",
        "-e",
        "trace=%file,fcntl,pread64,pwrite64,fsync,fdatasync,ftruncate",
        "-e",
        "signal=none",
        "-p",
        `${server.pid}`,
      ],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    let lines = 0;
    strace.stderr.setEncoding("utf8").on("data", (text: string) => {
      lines += text.split("\n").length - 1;
    });
    await sleep(1_000);
    for (const path of paths.slice(0, requests)) {
      const answer = await fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${key}` } });
      await answer.arrayBuffer();
    }
    await sleep(200);
    strace.kill("SIGINT");
    await once(strace, "exit");
    return lines;
  };
  // The server also writes and looks for work by itself, every few seconds: what requests do is in every stretch of time.
  const stretches: number[] = [];
  for (let stretch = 0; stretch < stretchesMax; stretch++) stretches.push(await trace(garbageKey, provedRequests));
  return { garbage: Math.min(...stretches), good: await trace(goodKey, 1) };
}
