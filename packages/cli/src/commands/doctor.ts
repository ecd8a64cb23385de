import { localCommand } from "../command.ts";
import { type Finding, findingsSchema, worst } from "../doctor/finding.ts";
import { lookAtNetwork } from "../doctor/network.ts";
import { lookAtSettings } from "../doctor/settings.ts";
import type { DiffMark, View } from "../output/view.ts";

export default localCommand({
  summary: "Find out why it does not work: settings, network, server, key, limits",
  details:
    "It changes nothing. The exit code is that of the first failure; what is only doubtful is a warning and exit code 0. The report is printed whole either way.",
  examples: ["wizdata doctor", "wizdata doctor --profile work --json"],
  output: findingsSchema,
  run: async (context) => {
    const { terminal, profileFlag, version, signal, progress } = context;
    const { findings, connection } = await lookAtSettings(terminal, profileFlag, version);
    if (connection) {
      progress(`Asking ${connection.baseUrl}`);
      const hasProxy = findings.some(({ name }) => name === "proxy");
      // Behind a proxy it is the proxy that finds the name and connects.
      const network = hasProxy ? [] : await lookAtNetwork(connection.baseUrl, signal);
      findings.push(...network);
      if (network.every(({ status }) => status !== "fail") && connection.apiKey !== undefined) {
        const { lookAtServer } = await import("../doctor/server.ts");
        findings.push(...(await lookAtServer(context, connection)));
      }
    }
    return { status: worst(findings), findings };
  },
  exit: ({ findings }) => findings.find(({ status }) => status === "fail")?.exit ?? "fine",
  view: ({ findings }) => reportView(findings),
});

const marks: Record<Finding["status"], DiffMark> = { ok: "+", warn: "~", fail: "!" };

function reportView(findings: readonly Finding[]): View {
  const lines = findings.flatMap(({ name, status, message, hint }) => [
    [marks[status], `${status.padEnd(4)}  ${name}: ${message}`] as const,
    ...(hint === null ? [] : [[marks[status], `      ${hint}`] as const]),
  ]);
  return { kind: "diff", groups: [{ title: "", lines }] };
}
