import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { openWorld, type World } from "@wizdata/server/testing/world";
import { onTestFinished } from "vitest";
import { type Cli, type OnFinished, openCli } from "./process.ts";

/** `requests` are those that arrived, as `POST /api/v1/keys/…`. */
export type Platform = { world: World; url: string; requests: string[]; cli: Cli; as(key: string): Cli };

/** A whole platform behind a real port, and the command logged in as its operator. */
export async function openPlatform(
  onFinished: OnFinished = onTestFinished,
  settings: Record<string, string> = {},
): Promise<Platform> {
  const world = await openWorld({ settings });
  // Over HTTP/1 the adapter makes an http.Server; its type also covers HTTP/2.
  const requests: string[] = [];
  const fetch = (request: Request) => {
    requests.push(`${request.method} ${new URL(request.url).pathname}`);
    return world.fetch(request);
  };
  const server = createAdaptorServer({ fetch }) as Server;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // Commands opened later, within a test, are cleared away with the platform.
  const clearings: (() => void | Promise<void>)[] = [];
  onFinished(async () => {
    for (const clear of clearings) await clear();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await world.close();
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  const url = `http://127.0.0.1:${address.port}`;
  world.services.site.url = url;
  const as = (key: string) =>
    openCli({ WIZDATA_BASE_URL: url, WIZDATA_API_KEY: key }, (clear) => clearings.push(clear));
  return { world, url, requests, cli: as(world.operatorKey), as };
}
