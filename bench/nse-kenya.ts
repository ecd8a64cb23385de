import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

// The input of every measure: 285 730 daily prices, as they are shipped with the server.

const folder = new URL("../packages/server/catalog/nse-kenya/", import.meta.url);

export const dataset = JSON.parse(readFileSync(new URL("dataset.json", folder), "utf8"));
export const dataFile = new URL("data.csv.gz", folder);
export const pageRows = 100;

const pageStep = 3;

/**
 * Very many different pages: a code, and a date from which it has a full page. Half of them end there; the other half say
 * that more follow.
 */
export function pagePaths(): string[] {
  const paths: string[] = [];
  for (const [code, dates] of datesByCode()) {
    for (let at = 0; at + pageRows < dates.length; at += pageStep) {
      const end = paths.length % 2 === 0 ? `&to=${dates[at + pageRows]}` : "";
      paths.push(
        `/api/v1/data/${dataset.slug}?code=${encodeURIComponent(code)}&from=${dates[at]}${end}&limit=${pageRows}`,
      );
    }
  }
  return shuffled(paths);
}

function datesByCode(): Map<string, string[]> {
  const dates = new Map<string, Set<string>>();
  for (const line of gunzipSync(readFileSync(dataFile)).toString().split("\n").slice(1)) {
    const [date = "", code = ""] = line.split(",", 2);
    if (code === "") continue;
    const known = dates.get(code);
    if (known) known.add(date);
    else dates.set(code, new Set([date]));
  }
  return new Map([...dates].map(([code, known]) => [code, [...known].sort()]));
}

/** The same order in every run: steps of a prime that does not divide the length visit each once. */
function shuffled(paths: string[]): string[] {
  const step = 7_919;
  return paths.map((_, at) => paths[(at * step) % paths.length] ?? "");
}
