import { didYouMean } from "./nearest.ts";

/** An argument or flag: what it means, and how its text becomes a value. */
export type Field<Value> = {
  readonly about: string;
  readonly placeholder: string;
  readonly kind: "one" | "many" | "switch";
  readonly required: boolean;
  readonly choices?: readonly string[];
  /** A one-letter form of a flag. */
  readonly short?: string;
  readonly fallback?: unknown;
  /** @throws InvalidValue, whose message says what would be right. */
  readonly read: (text: string) => unknown;
  /** Carries the type of the value and is never set. */
  readonly value?: Value;
};
export type Fields = Record<string, Field<unknown>>;
export type InputOf<F extends Fields> = { [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never };

export class InvalidValue extends Error {}

export function text(about: string, placeholder = "text"): Field<string> {
  const read = (value: string) => {
    if (value === "") throw new InvalidValue("It must not be empty.");
    return value;
  };
  return { about, placeholder, kind: "one", required: true, read };
}

export function choice<const Values extends readonly string[]>(about: string, values: Values): Field<Values[number]> {
  const read = (value: string) => {
    if (!values.includes(value))
      throw new InvalidValue(`It must be one of ${values.join(", ")}.${didYouMean(value, values)}`);
    return value;
  };
  return { about, placeholder: values.join("|"), kind: "one", required: true, choices: values, read };
}

export function integer(about: string, placeholder: string, min: number, max = Number.MAX_SAFE_INTEGER): Field<number> {
  const read = (value: string) => {
    const number = /^-?\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= min && number <= max) return number;
    throw new InvalidValue(
      max === Number.MAX_SAFE_INTEGER
        ? `It must be a whole number from ${min} up.`
        : `It must be a whole number from ${min} to ${max}.`,
    );
  };
  return { about, placeholder, kind: "one", required: true, read };
}

/** A whole number, or a word that stands for none. */
export function integerOr<const Word extends string>(
  word: Word,
  about: string,
  placeholder: string,
  min: number,
): Field<number | Word> {
  const number = integer(about, placeholder, min);
  const read = (value: string) => (value === word ? word : number.read(value));
  return { ...number, about: `${about}, or ${word}`, read };
}

/** Several names in one text, divided by commas. */
export function names(about: string, placeholder: string): Field<string[]> {
  const read = (value: string) => {
    const all = value.split(",").map((name) => name.trim());
    if (all.includes("")) throw new InvalidValue("It must be names divided by commas.");
    return all;
  };
  return { about, placeholder, kind: "one", required: true, read };
}

/** Several of a few words, divided by commas. */
export function someOf<const Values extends readonly string[]>(
  about: string,
  values: Values,
  placeholder: string,
): Field<Values[number][]> {
  const one = choice(about, values);
  const read = (value: string) => value.split(",").map((name) => one.read(name.trim()));
  return { about, placeholder, kind: "one", required: true, choices: values, read };
}

export function toggle(about: string): Field<boolean> {
  return { about, placeholder: "", kind: "switch", required: false, fallback: false, read: () => true };
}

export function optional<Value>(field: Field<Value>): Field<Value | undefined> {
  return { ...field, required: false };
}

export function withDefault<Value>(field: Field<Value>, fallback: Value): Field<Value> {
  return { ...field, required: false, fallback };
}

/** May be given any number of times; none is an empty list. */
export function many<Value>(field: Field<Value>): Field<Value[]> {
  // Only the phantom member differs in type, and it is never set.
  return { ...field, kind: "many", required: false, fallback: [] } as Field<unknown> as Field<Value[]>;
}

/** The members that were given: the API tells a missing member from a null one. */
export function given<T extends Record<string, unknown>>(all: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const kept = Object.entries(all).filter(([, value]) => value !== undefined);
  // Only undefined members were taken out, which is what the type says.
  return Object.fromEntries(kept) as { [Name in keyof T]?: Exclude<T[Name], undefined> };
}

/** Gives a flag a one-letter form. */
export function short<Value>(letter: string, field: Field<Value>): Field<Value> {
  return { ...field, short: letter };
}
