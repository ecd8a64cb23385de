import { connect, createServer, type Socket } from "node:net";
import postgres from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { createDatabase, isPostgres, openWorld } from "../testing/world.ts";
import { openPostgres } from "./postgres.ts";

const only = test.runIf(isPostgres);

/** A way to the database that can be made to swallow whatever is sent. */
async function openWay(url: URL) {
  let swallows = false;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(url.port), url.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (bytes) => void (swallows || to.write(bytes)));
      from.on("error", () => to.destroy());
      from.on("close", () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const way = new URL(url);
  way.host = `127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return {
    url: way.toString(),
    swallow(now: boolean) {
      swallows = now;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

only("a database that stops answering is given up, and used again when it is back", async () => {
  const database = await createDatabase();
  onTestFinished(() => database.drop());
  const way = await openWay(new URL(database.url));
  onTestFinished(() => way.close());
  const store = await openPostgres({ url: way.url, silenceMaxMs: 1_000 });
  onTestFinished(() => store.close());
  const read = () => store.db.select().from(store.db.t.partners);
  const write = () => store.transaction((tx) => tx.insert(tx.t.epochs).values({ id: "test", value: 1 }));
  expect(await read()).toEqual([]);

  way.swallow(true);
  const given = await Promise.allSettled([read(), write(), store.ping()]);
  const codes = given.map((each) =>
    each.status === "rejected" ? (each.reason.cause ?? each.reason).code : "answered",
  );
  expect(codes).toEqual(codes.map(() => expect.stringMatching(/^CONNECT(_TIMEOUT|ION_CLOSED)$/)));
  way.swallow(false);
  await expect.poll(() => read().catch(() => "not yet"), { timeout: 10_000 }).toEqual([]);
  await write();
});

only("whoever waits for a row that is held too long is told so, and nothing is changed", async () => {
  const world = await openWorld();
  onTestFinished(() => world.close());
  const partner = await world.onboard();
  const holder = postgres(world.config.databaseUrl ?? "", { max: 1 });
  onTestFinished(() => holder.end());
  const released = Promise.withResolvers<void>();
  const holding = holder.begin(async (tx) => {
    await tx`select * from partners for update`;
    const refused = await world.ask("PATCH", `/partners/${partner.id}`, { body: { company: "Renamed" } });
    expect(refused.body.code).toBe("unavailable");
    expect(refused.headers.get("retry-after")).toBe("1");
    released.resolve();
  });
  await Promise.all([holding, released.promise]);
  expect((await world.ask("GET", `/partners/${partner.id}`)).body.company).not.toBe("Renamed");
  expect((await world.ask("PATCH", `/partners/${partner.id}`, { body: { company: "Renamed" } })).status).toBe(200);
});

only("connections that are ended under a running platform cost one 503 at most each", async () => {
  const world = await openWorld();
  onTestFinished(() => world.close());
  const partner = await world.onboard();
  const killer = postgres(world.config.databaseUrl ?? "", { max: 1 });
  onTestFinished(() => killer.end());
  for (let storm = 1; storm <= 5; storm++) {
    const calls = Array.from({ length: 10 }, (_, at) =>
      world.ask("PATCH", `/partners/${partner.id}`, { body: { company: `Storm ${storm} ${at}` } }),
    );
    await killer`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    for (const { status, headers } of await Promise.all(calls)) {
      expect([200, 503]).toContain(status);
      if (status === 503) expect(headers.get("retry-after")).toBe("1");
    }
  }
  await expect.poll(async () => (await world.ask("GET", "/partners")).status).toBe(200);
});
