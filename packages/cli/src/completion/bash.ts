import { quoted } from "../command-line.ts";
import type { Place, Takes } from "./model.ts";

/** What the shell is told of a word: `@kind` is asked for, `@file` is the shell's own business, anything else are the words. */
export function takesText(takes: Takes): string {
  if (takes === "anything") return "";
  if (typeof takes === "string") return `@${takes}`;
  return "values" in takes ? `@${takes.values}` : takes.words.join(",");
}

export const bashScript = (
  places: readonly Place[],
): string => `# Completion of wizdata for bash: source <(wizdata completion bash)
_wizdata_at() {
  words="" flags="" valued="" args="" open=""
  case "$1" in
${places.map(placeCase).join("\n")}
  esac
}

_wizdata_takes() {
  case "$1" in
${places.flatMap(takesCases).join("\n")}
  esac
}

_wizdata() {
  local program="$1" cur="\${COMP_WORDS[COMP_CWORD]}" here="" word takes="" i=1 at=0
  local words flags valued args open
  COMPREPLY=()
  _wizdata_at ""
  while (( i < COMP_CWORD )); do
    word="\${COMP_WORDS[i]}"
    if [[ $word == -* ]]; then
      [[ " $valued " == *" $word "* ]] && (( i += 1 ))
    elif [[ " $words " == *" $word "* ]]; then
      here="\${here:+$here }$word"
      _wizdata_at "$here"
    else
      (( at += 1 ))
    fi
    (( i += 1 ))
  done
  if (( i > COMP_CWORD )); then
    takes="$(_wizdata_takes "$here \${COMP_WORDS[COMP_CWORD - 1]}")"
  elif [[ $cur == -* ]]; then
    COMPREPLY=( $(compgen -W "$flags" -- "$cur") )
    return
  elif [[ -n $words ]]; then
    COMPREPLY=( $(compgen -W "$words" -- "$cur") )
    return
  else
    local all=( $args )
    (( at >= \${#all[@]} )) && [[ -n $open ]] && at=$(( \${#all[@]} - 1 ))
    takes="\${all[at]:-}"
  fi
  case "$takes" in
    @file) compopt -o filenames 2>/dev/null; COMPREPLY=( $(compgen -f -- "$cur") ) ;;
    @folder) compopt -o filenames 2>/dev/null; COMPREPLY=( $(compgen -d -- "$cur") ) ;;
    @*) COMPREPLY=( $(compgen -W "$("$program" __complete "\${takes#@}" 2>/dev/null | cut -f1)" -- "$cur") ) ;;
    *) COMPREPLY=( $(compgen -W "\${takes//,/ }" -- "$cur") ) ;;
  esac
}

complete -F _wizdata wizdata
`;

function placeCase({ at, words, flags, args, isOpen }: Place): string {
  const names = flags.flatMap(({ long, short }) => (short ? [long, short] : [long]));
  const valued = flags.filter(({ takes }) => takes !== "nothing");
  const parts = [
    `words=${quoted(words.map(({ word }) => word).join(" "))}`,
    `flags=${quoted(names.join(" "))}`,
    `valued=${quoted(valued.flatMap(({ long, short }) => (short ? [long, short] : [long])).join(" "))}`,
    // A word that takes anything still takes its place.
    `args=${quoted(args.map((takes) => takesText(takes) || "-").join(" "))}`,
    `open=${isOpen ? "1" : '""'}`,
  ];
  return `    ${quoted(at)}) ${parts.join(" ")} ;;`;
}

function takesCases({ at, flags }: Place): string[] {
  return flags.flatMap(({ long, short, takes }) => {
    if (takes === "nothing" || takes === "anything") return [];
    const names = [long, short].filter((name) => name !== undefined);
    return `    ${names.map((name) => quoted(`${at} ${name}`)).join(" | ")}) echo ${quoted(takesText(takes))} ;;`;
  });
}
