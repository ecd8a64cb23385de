// Our own server with metering off: keys, rights and minute limits as ever, but nothing is decided or stored of what is asked.
import { createApp } from "../../packages/server/src/app.ts";
import { readConfig } from "../../packages/server/src/config.ts";
import { ensureOperatorKey } from "../../packages/server/src/keys/first-operator.ts";
import { openListener } from "../../packages/server/src/listen.ts";
import { createLog } from "../../packages/server/src/log.ts";
import { openServices } from "../../packages/server/src/open-services.ts";

const config = readConfig(process.env);
const { services, close } = await openServices(config, { log: createLog(config.logLevel) });
const { meter } = services;
services.meter = {
  ...meter,
  commit: async ({ eventId }) => ({ admitted: true, receipt: eventId, windows: [] }),
  left() {},
  waiting: () => 0,
  lastSeen: () => undefined,
};
const operatorKey = await ensureOperatorKey(services);
const listener = await openListener(createApp(services).fetch, config);
process.send?.({ url: `http://127.0.0.1:${listener.port}`, operator_key: operatorKey });

async function stop(): Promise<never> {
  await listener.close(1_000);
  services.meter = meter;
  await close();
  process.exit();
}
for (const end of ["SIGTERM", "disconnect"]) process.once(end, stop);
