import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { type ConnectionLimits, limitConnections, serverOptions } from "./connections.ts";

const usual: ConnectionLimits = {
  max: 0,
  perAddressMax: 0,
  headMs: 1_000,
  requestMs: 60_000,
  stallMs: 150,
  keepAliveMs: 60_000,
};
const get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

async function serve(limits: Partial<ConnectionLimits>, handler: RequestListener, sourceOf?: () => undefined) {
  const bounds = { ...usual, ...limits };
  const server = createServer(serverOptions(bounds), handler);
  limitConnections(server, bounds, sourceOf);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (text = "", onData?: (text: string) => void): Socket => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1"); // it listens on a port
    socket.setEncoding("latin1").on("error", () => {});
    if (onData) socket.on("data", onData);
    if (text !== "") socket.write(text);
    return socket;
  };
}

/** However it ends: a reset is an error first. */
const closed = (socket: Socket) => new Promise((resolve) => socket.on("close", resolve));

test("who takes nothing of an answer is cut off, and what was held for it is given up", async () => {
  const { promise: cutOff, resolve } = Promise.withResolvers<void>();
  const ask = await serve({}, (_request, response) => {
    response.on("close", resolve);
    response.end(Buffer.alloc(64 * 1024 * 1024));
  });
  ask(get).pause();
  await cutOff;
});

test("who takes an answer slowly, but takes it, gets all of it", async () => {
  const bytes = 24 * 1024 * 1024;
  const ask = await serve({}, (_request, response) => response.end(Buffer.alloc(bytes)));
  let taken = 0;
  const socket: Socket = ask(get, (text) => {
    taken += text.length;
    socket.pause();
    setTimeout(() => socket.resume(), 1);
    if (taken > bytes) socket.destroy();
  });
  await once(socket, "close");
  expect(taken).toBeGreaterThan(bytes);
});

test("while we are at work on an answer nobody is cut off for waiting", async () => {
  const ask = await serve({}, (_request, response) => {
    setTimeout(() => response.end("done"), usual.stallMs * 4);
  });
  let answer = "";
  const socket: Socket = ask(get, (text) => {
    answer += text;
    if (answer.endsWith("done")) socket.destroy();
  });
  await once(socket, "close");
  expect(answer).toMatch(/^HTTP\/1\.1 200/);
});

test("a connection on which nothing was ever said is closed", async () => {
  const ask = await serve({}, (_request, response) => response.end());
  await once(ask(), "close");
});

test("one address opens as many connections as it may, and more as soon as one of them is closed", async () => {
  const answers: string[] = [];
  const ask = await serve({ perAddressMax: 3, stallMs: 60_000 }, (_request, response) => response.end("ok"));
  const open = (): Promise<Socket> =>
    new Promise((resolve) => {
      const socket = ask(get, (text) => {
        answers.push(text);
        resolve(socket);
      });
    });
  const [first] = await Promise.all([open(), open(), open()]);
  await closed(ask(get));
  expect(answers).toHaveLength(3);
  first.destroy();
  // The server hears of the close a moment later than we do.
  for (let taken = 3; taken < 4; taken = answers.length) {
    const again = ask(get, (text) => answers.push(text));
    await Promise.race([new Promise((resolve) => again.once("data", resolve)), closed(again)]);
    again.destroy();
  }
});

test("an address that speaks for many, a proxy's, is not bound so", async () => {
  const ask = await serve(
    { perAddressMax: 1 },
    (_request, response) => response.end("ok"),
    () => undefined,
  );
  await Promise.all(Array.from({ length: 5 }, () => once(ask(get), "data")));
});

test.each([
  ["FOO / HTTP/1.1\r\n\r\n", 400, "broken_request"],
  [`GET / HTTP/1.1\r\nHost: a\r\nX-A: ${"x".repeat(20_000)}\r\n\r\n`, 431, "head_too_large"],
  ["GET / HTTP/1.1\r\nHost: a\r\n", 408, "request_timeout"],
])("what never becomes a request gets a problem and the end: %#", async (text, status, code) => {
  const ask = await serve({ stallMs: 60_000, headMs: 1_000 }, (_request, response) => response.end());
  let answer = "";
  await once(
    ask(text, (more) => {
      answer += more;
    }),
    "close",
  );
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} [A-Z].*content-type: application/problem\\+json`, "is"));
  expect(JSON.parse(body)).toMatchObject({ status, code, detail: expect.any(String) });
});
