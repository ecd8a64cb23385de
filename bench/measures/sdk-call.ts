import { WizData } from "@wizdata/sdk";
import type { Measure } from "../measure.ts";

const calls = 20_000;
const callsBefore = 5_000;
const body = JSON.stringify({ id: "par_01jcz3q8v4k2m6n8p0r2t4w6x8", company: "Baobab Capital", status: "active" });
const baseURL = "http://localhost";
const apiKey = `wz_live_${"0".repeat(49)}`;

// The transport: it answers from memory, so that nothing but the client's own work is left.
const fetch = async (_request: Request) => new Response(body, { headers: { "content-type": "application/json" } });

/** How much more CPU time a call through the client takes than the very transport it is given, used by hand for the same call. */
export const sdkCall: Measure = {
  name: "sdk-call",
  unit: "µs more",
  peerName: "the same fetch, by hand",
  goal: 60,
  needs: [],
  async open(run) {
    const wizdata = new WizData({ apiKey, baseURL, fetch });
    const ours = () => wizdata.partners.retrieve("par_01jcz3q8v4k2m6n8p0r2t4w6x8");
    const headers = { accept: "application/json", authorization: `Bearer ${apiKey}` };
    const url = `${baseURL}/api/v1/partners/par_01jcz3q8v4k2m6n8p0r2t4w6x8`;
    const peer = async () => JSON.parse(await (await fetch(new Request(url, { headers }))).text());
    await microsPerCall(callsBefore, ours);
    await microsPerCall(callsBefore, peer);
    return run({
      ours: async () => ({ micros: await microsPerCall(calls, ours) }),
      peer: async () => ({ micros: await microsPerCall(calls, peer) }),
    });
  },
};

async function microsPerCall(times: number, call: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let done = 0; done < times; done++) await call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}
