// A server with the shipped catalog in .wizdata/, until Ctrl-C.
import { startPlatform } from "./demo/platform.ts";

const { url, child, operatorKey } = await startPlatform(
  { WIZDATA_SHIPPED_CATALOG: "1", WIZDATA_LOG: process.env.WIZDATA_LOG ?? "warn" },
  "inherit",
);
const login =
  operatorKey === undefined ? "" : `Log in with it:  WIZDATA_BASE_URL=${url} npx wizdata auth login --key-stdin\n`;
process.stdout.write(`${login}Stop it with Ctrl-C; what it keeps is in .wizdata/.\n`);
child.once("exit", (code) => process.exit(code ?? 1));
// The terminal sends Ctrl-C to the server too, which then drains; this process only waits for it.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
