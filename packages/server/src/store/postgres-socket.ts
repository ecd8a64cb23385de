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

/** The driver's option for where sockets come from; its types do not know it. */
export const steady = { socket: openSocket };

/** Goes on while the connection is being made, as the driver does, and each time to the next host. */
function openSocket({ host, port, path }: Address): SteadySocket {
  const socket = new SteadySocket();
  const at = attempts++ % host.length;
  if (path) return socket.connect(path);
  socket.host = host[at];
  return socket.connect(port[at] ?? 5432, host[at] ?? "localhost");
}
