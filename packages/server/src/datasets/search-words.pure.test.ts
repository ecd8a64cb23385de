import { expect, test } from "vitest";
import { countryWords } from "./countries.ts";
import { foldWords, wordsOf } from "./search-words.ts";

test.each([
  ["Côte d’Ivoire", ["cote", "d", "ivoire"]],
  ["gdp_current_us", ["gdp", "current", "us"]],
  ["C&G ^FNK15 KPLC-P4", ["c", "g", "fnk15", "kplc", "p4"]],
  ["Straße, Ærø, Łódź, İstanbul", ["strasse", "aero", "lodz", "istanbul"]],
  ["e\u0301te\u0301 ＡＢＣ ﬁne", ["ete", "abc", "fine"]],
  ["南アフリカ Ώρα", ["南アフリカ", "ωρα"]],
  ["— … %_' \\", []],
])("%s is folded to its words", (text, words) => {
  expect(foldWords(text)).toEqual(words);
});

test("a very long word is cut between characters", () => {
  expect(foldWords("𝒳".normalize("NFKD").repeat(100))[0]).toHaveLength(64);
  expect([...(foldWords("\u{10400}".repeat(100))[0] ?? "")]).toHaveLength(64);
});

test.each([
  ["KEN", "KEN KE Kenya"],
  ["CIV", "CIV CI Côte d’Ivoire Ivory Coast"],
  ["ZZZ", "ZZZ"],
])("%s is looked for as %s", (code, words) => {
  expect(countryWords(code).trim()).toBe(words);
});

test("a word has the best place it stands in", () => {
  const dataset = {
    slug: "nse-kenya",
    title: "Daily prices",
    description: "Prices of shares in Nairobi",
    category: "market",
    countries: ["KEN"],
    series: ["SCOM"],
  };
  const column = (name: string, description?: string) => ({ name, type: "number", nullable: true, description });
  const definition = { columns: [column("day_price", "Nairobi's closing price"), column("volume")] };
  const words = wordsOf(dataset, definition as never); // only names and descriptions are read
  expect(Object.fromEntries(words)).toMatchObject({
    daily: 0,
    prices: 0,
    market: 100,
    scom: 100,
    kenya: 100,
    ke: 100,
    day: 101,
    volume: 101,
    price: 101,
    nairobi: 102,
    closing: 102,
  });
});
