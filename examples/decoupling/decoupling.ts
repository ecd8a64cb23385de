import { WizData } from "@wizdata/sdk";

declare module "@wizdata/sdk" {
  // What `wizdata datasets types SLUG` writes, cut down to what is used here.
  interface Datasets {
    "sadc-esg": { country: string; indicator: string; year: number; value: number };
    "african-economic-indicators": { country: string; indicator: string; year: number; value: number };
  }
}

type Series = Map<number, number>;
type Source = { slug: "sadc-esg" | "african-economic-indicators"; indicator: string };

const income: Source = { slug: "african-economic-indicators", indicator: "gdppercapita_us_inflation_adjusted" };
const carbon: Source = { slug: "sadc-esg", indicator: "co2_per_capita" };

const [from = "2000"] = process.argv.slice(2);
if (!/^\d{4}$/.test(from)) throw new Error("Name the first year: node decoupling.ts 2000");

const wizdata = new WizData();

/** One series of years for each country. */
async function read({ slug, indicator }: Source): Promise<Map<string, Series>> {
  const countries = new Map<string, Series>();
  const columns = ["country", "year", "value"] as const;
  for await (const { country, year, value } of wizdata.data.rows(slug, { indicator, from, columns })) {
    const series = countries.get(country) ?? new Map();
    countries.set(country, series.set(year, value));
  }
  return countries;
}

/** What the countries of both have in common: the change over the years that both series cover. */
function join(income: Map<string, Series>, carbon: Map<string, Series>) {
  return [...carbon].flatMap(([country, emitted]) => {
    const earned = income.get(country) ?? new Map();
    const years = [...emitted.keys()].filter((year) => earned.has(year)).sort((a, b) => a - b);
    const [first, last] = [years[0], years.at(-1)];
    if (first === undefined || last === undefined || first === last) return [];
    const change = (series: Series) => ((series.get(last) ?? 0) / (series.get(first) ?? 1) - 1) * 100;
    return [{ country, first, last, income: change(earned), carbon: change(emitted) }];
  });
}

function verdict({ income, carbon }: { income: number; carbon: number }): string {
  if (income <= 0) return "poorer";
  if (carbon <= 0) return "decoupled";
  return carbon < income ? "partly" : "no";
}

const [earned, emitted] = await Promise.all([read(income), read(carbon)]);
const rows = join(earned, emitted).sort((a, b) => b.income - b.carbon - (a.income - a.carbon));
const percent = (value: number) => `${value.toFixed(1)} %`;
console.log("country\tyears\tincome\tcarbon\tdecoupled");
for (const row of rows)
  console.log(
    [row.country, `${row.first}-${row.last}`, percent(row.income), percent(row.carbon), verdict(row)].join("\t"),
  );
