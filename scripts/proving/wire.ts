import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What happens to the bytes on their way from the server. */
type Faults = {
  /** After how many bytes a connection is cut; undefined for never. Asked once a connection. */
  cutAfterBytes?: () => number | undefined;
  /** Hears of every piece before it is passed on, and may change it in place. */
  onPassing?: (bytes: Buffer) => void;
};

export type Wire = {
  url: string;
  cuts: number;
  passedBytes: number;
  faults: Faults /** From the next connection on. */;
  leadTo(target: string): void;
  close(): Promise<void>;
};

/** A port that leads to a server and can be cut: the client sees its connection reset in the midst of an answer. */
export async function openWire(target: string): Promise<Wire> {
  let { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const wire: Wire = { url: "", cuts: 0, passedBytes: 0, faults: {}, leadTo, close };
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let left = wire.faults.cutAfterBytes?.() ?? Number.POSITIVE_INFINITY;
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    client.pipe(upstream);
    upstream.on("data", (bytes: Buffer) => {
      const passed = bytes.subarray(0, left);
      left -= passed.length;
      wire.passedBytes += passed.length;
      wire.faults.onPassing?.(passed);
      if (left > 0) {
        // As slow as the client, so that what is counted here is what it was given.
        if (!client.write(passed)) {
          upstream.pause();
          client.once("drain", () => upstream.resume());
        }
        return;
      }
      wire.cuts += 1;
      upstream.destroy();
      client.write(passed, () => client.resetAndDestroy());
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a port has such an address.
  wire.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return wire;

  function leadTo(next: string): void {
    ({ hostname, port } = new URL(next));
  }

  async function close(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}
