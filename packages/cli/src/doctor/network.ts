import { lookup } from "node:dns/promises";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { type Finding, fail, ok, span, warn } from "./finding.ts";

const stepMsMax = 5_000;
const certificateMsMin = 14 * 24 * 3_600_000;

/** Name, connection and certificate of a server, each step only when the one before was good. */
export async function lookAtNetwork(baseUrl: string, signal: AbortSignal): Promise<Finding[]> {
  const { hostname, port, protocol, host } = new URL(baseUrl);
  const bare = hostname.replace(/^\[(.*)\]$/, "$1");
  const isSecure = protocol === "https:";
  const at = { host: bare, port: Number(port || (isSecure ? 443 : 80)) };
  const name = isIP(bare) ? undefined : await lookAtName(bare);
  if (name?.status === "fail") return [name];
  const found = name ? [name] : [];
  const connection = await lookAtConnection(at, host, signal);
  if (connection.status === "fail" || !isSecure) return [...found, connection];
  return [...found, connection, await lookAtCertificate(at, bare, signal)];
}

async function lookAtName(hostname: string): Promise<Finding> {
  try {
    const { ms, value } = await timed(() => lookup(hostname, { all: true }));
    return ok("name", `${hostname} is ${value.map(({ address }) => address).join(", ")} (${ms} ms)`);
  } catch (error) {
    return fail(
      "name",
      "network",
      `${hostname} has no address: ${reason(error)}.`,
      "Is the address right? wizdata profiles list",
    );
  }
}

type Address = { host: string; port: number };

async function lookAtConnection(at: Address, host: string, signal: AbortSignal): Promise<Finding> {
  try {
    const { ms } = await timed(() => opened(connectTcp(at), "connect", signal, () => undefined));
    return ok("connection", `${host} takes connections (${ms} ms)`);
  } catch (error) {
    const hint = "Is the server running, and may this machine reach it? A firewall or a proxy may be between.";
    return fail("connection", "network", `${host} takes no connection: ${reason(error)}.`, hint);
  }
}

async function lookAtCertificate(at: Address, servername: string, signal: AbortSignal): Promise<Finding> {
  try {
    const { ms, value } = await timed(() =>
      opened(connectTls({ ...at, ...(isIP(servername) ? {} : { servername }) }), "secureConnect", signal, (socket) => ({
        protocol: socket.getProtocol(),
        validTo: Date.parse(socket.getPeerCertificate().valid_to),
      })),
    );
    const leftMs = value.validTo - Date.now();
    const about = `${value.protocol}, the certificate holds for ${span(leftMs)} (${ms} ms)`;
    if (leftMs >= certificateMsMin) return ok("tls", about);
    return warn("tls", about, "Renew the server's certificate.");
  } catch (error) {
    const hint = "A certificate of your own authority is trusted by NODE_EXTRA_CA_CERTS=file.pem.";
    return fail("tls", "network", `No secure connection: ${reason(error)}.`, hint);
  }
}

/** Waits until a socket is open, reads what is wanted of it, and leaves none behind. */
function opened<S extends Socket, T>(
  socket: S,
  event: string,
  signal: AbortSignal,
  read: (socket: S) => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => socket.destroy(new Error("stopped"));
    signal.addEventListener("abort", stop, { once: true });
    socket.setTimeout(stepMsMax, () => socket.destroy(new Error(`no answer within ${stepMsMax / 1_000} s`)));
    socket.once(event, () => {
      resolve(read(socket));
      socket.destroy();
    });
    socket.once("error", reject);
    socket.once("close", () => signal.removeEventListener("abort", stop));
  });
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const startedAt = performance.now();
  const value = await work();
  return { ms: Math.round(performance.now() - startedAt), value };
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));
