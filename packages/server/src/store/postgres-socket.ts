import { Socket } from "node:net";

type Address = { host: string[]; port: number[]; path?: string | false };

/**
 * The driver forgets its socket the moment that closes, and throws out of reach when a transaction then writes its rollback:
 * the whole process would end with one connection. So what is in flight fails first, and the close is told when all have
 * written what they still want to write.
 */
class SteadySocket extends Socket {
  /** The name that TLS is asked for. */
  host: string | undefined;

  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    if (event !== "close") return super.on(event as string, listener as (...args: unknown[]) => void); // as it came
    return super.on("close", () => {
      if (this.listenerCount("error") > 0)
        this.emit("error", Object.assign(new Error("The connection was closed."), { code: "CONNECTION_CLOSED" }));
      const told = listener as (hadError: boolean) => void; // a listener of "close"
      setImmediate(() => setImmediate(() => told(false)));
    });
  }
}

let attempts = 0;

const silenceMaxMs = 30_000;

/**
 * Options of the driver for connections that neither end the process nor hold a request for ever. One that nobody needs is
 * closed early, so one that is silent for longer waits for an answer that does not come: a database that is stopped, a
 * network that swallows. The types do not know `socket`.
 */
export const steady = (silentMs = silenceMaxMs) => ({
  socket: (address: Address) => openSocket(address, silentMs),
  idle_timeout: silentMs / 2_000,
});

/** Goes on while the connection is being made, as the driver does, and each time to the next host. */
function openSocket({ host, port, path }: Address, silentMs: number): SteadySocket {
  const socket = new SteadySocket();
  socket.setTimeout(silentMs, () => socket.destroy());
  const at = attempts++ % host.length;
  if (path) return socket.connect(path);
  socket.host = host[at];
  return socket.connect(port[at] ?? 5432, host[at] ?? "localhost");
}
