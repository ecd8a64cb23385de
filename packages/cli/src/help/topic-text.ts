import { nouns } from "../commands/table.ts";
import { usageFailure } from "../failures.ts";
import { nearest } from "../nearest.ts";
import { topics } from "./topics.ts";

export function topicText(name: string): string {
  const topic = Object.hasOwn(topics, name) ? topics[name] : undefined;
  if (topic) return `${topic.summary}\n\n${topic.text()}\n`;
  const meant = nearest(name, [...Object.keys(topics), ...Object.keys(nouns)]);
  throw usageFailure(`There is no help on ${name}.`, {
    hint: `Topics are ${Object.keys(topics).join(", ")}; every noun and verb has help too.`,
    next: [meant === undefined ? "wizdata --help" : `wizdata help ${meant}`],
  });
}
