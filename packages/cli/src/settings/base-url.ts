import { Failure } from "../failures.ts";

export const defaultBaseUrl = "http://127.0.0.1:7001";

/**
 * The address of a WizData server, without a slash at its end.
 * Plain http is for this machine only: elsewhere a key would travel in the clear.
 */
export function checkBaseUrl(text: string, from: string): string {
  const wrong = (message: string, hint: string) =>
    new Failure("configuration", "base_url", `${from}: ${message}`, { hint });
  if (!URL.canParse(text))
    throw wrong(
      `${text} is not a URL.`,
      `A server's address looks like https://data.example.com or ${defaultBaseUrl}.`,
    );
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw wrong(`${text} is neither https nor http.`, "Use https.");
  if (url.username || url.password || url.search || url.hash)
    throw wrong("The address has more than a host and a path.", "Leave out user, query and fragment.");
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw wrong(`Plain http to ${url.hostname} would show the API key to the network.`, `Use https://${url.host}.`);
  }
  return url.href.replace(/\/+$/, "");
}

export const isLoopback = (host: string) =>
  host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
