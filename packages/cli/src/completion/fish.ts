import { takesText } from "./bash.ts";
import type { Place, Takes } from "./model.ts";

export const fishScript = (
  places: readonly Place[],
): string => `# Completion of wizdata for fish: wizdata completion fish > ~/.config/fish/completions/wizdata.fish
function __wizdata_values
  set -l tokens (commandline -opc)
  $tokens[1] __complete $argv[1] 2>/dev/null
end

# The nouns and verbs so far, without flags and their values.
function __wizdata_here
  set -l tokens (commandline -opc)
  set -l valued ${[...new Set(places.flatMap(valuedOf))].map(quoted).join(" ")}
  set -l skip 0
  for token in $tokens[2..-1]
    if test $skip = 1
      set skip 0
    else if string match -q -- '-*' $token
      contains -- $token $valued; and set skip 1
    else
      echo $token
    end
  end
end

function __wizdata_at
  set -l here (__wizdata_here)
  test "$here" = "$argv"
end

# Within a command: its words come first, then so many arguments.
function __wizdata_argument
  set -l here (__wizdata_here)
  set -l path $argv[3..-1]
  set -l count (count $path)
  test (count $here) -ge $count; or return 1
  test "$here[1..$count]" = "$path"; or return 1
  set -l at (math (count $here) - $count)
  test $at = $argv[1]; or begin; test $argv[2] = open; and test $at -gt $argv[1]; end
end

function __wizdata_in
  set -l here (__wizdata_here)
  set -l count (count $argv)
  test (count $here) -ge $count; and test "$here[1..$count]" = "$argv"
end

complete -c wizdata -f
${places.flatMap(linesOf).join("\n")}
`;

function valuedOf({ flags }: Place): string[] {
  return flags.flatMap(({ long, short, takes }) => (takes === "nothing" ? [] : short ? [long, short] : [long]));
}

function linesOf({ at, words, flags, args, isOpen }: Place): string[] {
  const here = at === "" ? "__wizdata_at" : `__wizdata_at ${at}`;
  const within = at === "" ? "__wizdata_at" : `__wizdata_in ${at}`;
  return [
    ...words.map(({ word, about }) => `complete -c wizdata -n ${quoted(here)} -a ${quoted(word)} -d ${quoted(about)}`),
    ...args.flatMap((takes, index) => {
      const open = isOpen && index === args.length - 1 ? "open" : "closed";
      const condition = quoted(`__wizdata_argument ${index} ${open} ${at}`);
      return takes === "anything" ? [] : [`complete -c wizdata -n ${condition} ${valuesOf(takes)}`];
    }),
    ...flags.map(({ long, short, about, takes }) => {
      const names = `-l ${long.slice(2)}${short ? ` -s ${short.slice(1)}` : ""}`;
      const value = takes === "nothing" ? "" : ` -r ${takes === "anything" ? "-f" : valuesOf(takes)}`;
      return `complete -c wizdata -n ${quoted(within)} ${names} -d ${quoted(about)}${value}`;
    }),
  ];
}

function valuesOf(takes: Exclude<Takes, "anything">): string {
  if (takes === "file") return "-F";
  if (takes === "folder") return `-f -a ${quoted("(__fish_complete_directories)")}`;
  const words = takesText(takes);
  return `-f -a ${quoted("values" in takes ? `(__wizdata_values ${words.slice(1)})` : words.replaceAll(",", " "))}`;
}

const quoted = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
