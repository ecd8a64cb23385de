/** A word of a shell that means just itself. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const plain = /^[\w@%+=:,./-]+$/;

/** A command line of this program that does the same when it is pasted into a shell. */
export function commandLine(words: readonly string[], profileFlag?: string): string {
  const profile = profileFlag === undefined ? [] : ["--profile", profileFlag];
  return ["wizdata", ...words, ...profile].map((word) => (plain.test(word) ? word : quoted(word))).join(" ");
}
