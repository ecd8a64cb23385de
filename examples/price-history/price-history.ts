import { WizData } from "@wizdata/sdk";

declare module "@wizdata/sdk" {
  // What `wizdata datasets types nse-kenya` writes, cut down to what is used here.
  interface Datasets {
    "nse-kenya": { date: string; code: string; day_price: number; volume: number | null };
  }
}

type Year = { code: string; year: string; first: number; last: number; shares: number; days: number };

const codes = process.argv.slice(2);
if (codes.length === 0) throw new Error("Name at least one company: node price-history.ts SCOM");

const wizdata = new WizData();
const years = new Map<string, Year>();
const columns = ["date", "code", "day_price", "volume"] as const;
for await (const { date, code, day_price: price, volume } of wizdata.data.rows("nse-kenya", { code: codes, columns })) {
  const name = `${code} ${date.slice(0, 4)}`;
  const year = years.get(name) ?? { code, year: date.slice(0, 4), first: price, last: price, shares: 0, days: 0 };
  years.set(name, { ...year, last: price, shares: year.shares + (volume ?? 0), days: year.days + 1 });
}

console.log("code\tyear\tfirst\tlast\tchange\tshares");
for (const [, { code, year, first, last, shares }] of [...years].sort()) {
  const change = `${(((last - first) / first) * 100).toFixed(1)} %`;
  console.log([code, year, first, last, change, shares].join("\t"));
}
