import { Problem } from "../http/problem.ts";
import type { DatasetRow } from "./queries.ts";

export const stateNames = ["draft", "published", "deprecated", "retired"] as const;
export type State = (typeof stateNames)[number];

/** Where each verb leads from each state. What is not here is refused. */
const transitions = {
  publish: { draft: "published", published: "published", deprecated: "deprecated" },
  deprecate: { published: "deprecated", deprecated: "deprecated" },
  retire: { published: "retired", deprecated: "retired" },
  restore: { deprecated: "published", retired: "published" },
} as const satisfies Record<string, Partial<Record<State, State>>>;
type Verb = keyof typeof transitions;

/** The state that a verb leads to, or the problem that names the verbs that lead somewhere. */
export function nextState(verb: Verb, { slug, state }: Pick<DatasetRow, "slug" | "state">): State {
  const next: Partial<Record<string, State>> = transitions[verb];
  const to = next[state];
  if (to) return to;
  const possible = Object.entries(transitions).flatMap(([name, from]) => (state in from ? [name] : []));
  throw new Problem("transition_not_allowed", {
    detail: `${slug} is ${state}, and from there one can ${possible.join(" or ")}, not ${verb}. Nothing was changed.`,
    next: possible.map((name) => `wizdata datasets ${name} ${slug}${name === "publish" ? " --file data.csv" : ""}`),
  });
}

/** What is announced of a dataset's end. */
export type Ending = Pick<DatasetRow, "slug" | "state" | "deprecatedAt" | "sunsetAt" | "retiredAt" | "successor">;

/** Headers for every answer about a dataset that ends: RFC 9745, RFC 8594, RFC 5829, and a sentence. */
export function endingHeaders(ending: Ending): Record<string, string> | undefined {
  const { slug, deprecatedAt, sunsetAt, retiredAt, successor } = ending;
  if (!deprecatedAt) return undefined;
  const sunset = retiredAt ?? sunsetAt;
  const when = sunset ? ` and ends on ${sunset.toISOString().slice(0, 10)}` : "";
  const instead = successor === null ? "" : ` Use ${successor} instead.`;
  return {
    deprecation: `@${Math.floor(deprecatedAt.getTime() / 1_000)}`,
    ...(sunset && { sunset: sunset.toUTCString() }),
    ...(successor !== null && { link: `</api/v1/datasets/${successor}>; rel="successor-version"` }),
    "wizdata-notice": retiredAt ? `${slug} is retired.${instead}` : `${slug} is deprecated${when}.${instead}`,
  };
}

export function retired({ slug, retiredAt, successor }: Ending): Problem {
  const since = retiredAt ? ` since ${retiredAt.toISOString().slice(0, 10)}` : "";
  const instead = successor === null ? "It has no successor." : `Use ${successor} instead.`;
  return new Problem("dataset_retired", {
    detail: `${slug} is retired${since}: it serves no rows and takes no exports. ${instead} Exports made before can still be downloaded.`,
    ...(successor !== null && { extensions: { successor } }),
    next: [successor === null ? "wizdata datasets list" : `wizdata datasets show ${successor}`],
  });
}
