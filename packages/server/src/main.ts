#!/usr/bin/env node
import { ConfigError, readConfig } from "./config.ts";
import { serve } from "./serve.ts";

// Whatever is made here is the platform's own: databases, secrets, uploads, exports.
process.umask(0o077);

try {
  let operatorKey: string | undefined;
  const running = await serve(readConfig(process.env), {
    operatorKey(secret) {
      operatorKey = secret;
      console.log(`Operator key, shown this once: ${secret}`);
    },
    note: (text) => console.log(text),
  });
  console.log(`WizData serves on ${running.url} (reference: ${running.url}/docs)`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0), fail));
  }
  // A parent that started us with a channel of its own has ended when the channel does.
  process.once("disconnect", () => void running.stop().then(() => process.exit(0), fail));
  process.send?.({ url: running.url, operator_key: operatorKey });
} catch (error) {
  fail(error);
}

process.on("unhandledRejection", fail);

function fail(error: unknown): never {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(error instanceof ConfigError ? 3 : 1);
}
