import type { SigningKey } from "../generated/schemas.ts";
import type { CallOptions, Transport } from "./transport.ts";

/** The public keys of the platform, as it tells them to everybody. */
export async function publishedKeys(transport: Transport, options?: CallOptions): Promise<SigningKey[]> {
  const call = { method: "GET", path: "/.well-known/wizdata-keys.json" };
  return (await transport.json<{ keys: SigningKey[] }>(call, options)).keys;
}
