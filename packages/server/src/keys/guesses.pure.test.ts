import { expect, test } from "vitest";
import { createGuesses } from "./guesses.ts";

const nobody = async () => undefined;

test("an attack from everywhere takes bounded memory, and is bounded itself", async () => {
  const guesses = createGuesses(() => new Date(0), 2);
  const source = (at: number) => `2001:db8:${(at >> 16).toString(16)}:${(at & 0xffff).toString(16)}::1`;
  let waiting = 0;
  for (let at = 0; at < 40_000; at++) await guesses.count(source(at), nobody).catch(() => waiting++);
  // What 20 000 sources did is kept apart; all others had two guesses in each of 1 024 windows between them.
  expect(waiting).toBe(20_000 - 2 * 1_024);
  expect(guesses.busiest(100_000)).toHaveLength(20_000 + 1_024);
  await expect(guesses.count(source(0), nobody)).resolves.toBeUndefined();
  await expect(guesses.count(source(0), nobody)).rejects.toMatchObject({ code: "rate_limited" });
});

test("sources are forgotten a minute later, and a right key is no guess", async () => {
  let nowMs = 0;
  const guesses = createGuesses(() => new Date(nowMs), 1);
  for (let call = 0; call < 5; call++)
    expect(await guesses.count("196.25.1.9", async () => "somebody")).toBe("somebody");
  await guesses.count("196.25.1.9", nobody);
  await expect(guesses.count("196.25.1.9", nobody)).rejects.toMatchObject({ fields: { retryAfterSeconds: 61 } });
  nowMs = 61_000;
  expect(guesses.busiest(10)).toEqual([]);
  await guesses.count("196.25.1.9", nobody);
});
