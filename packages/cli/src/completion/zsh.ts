import { quoted } from "../command-line.ts";
import { takesText } from "./bash.ts";
import type { Place } from "./model.ts";

export const zshScript = (places: readonly Place[]): string => `#compdef wizdata
# Completion of wizdata for zsh: wizdata completion zsh > "\${fpath[1]}/_wizdata", or source <(wizdata completion zsh)
_wizdata_at() {
  subs=() flags=() valued=() args=() open=""
  case "$1" in
${places.map(placeCase).join("\n")}
  esac
}

_wizdata_take() {
  case "$1" in
    @file) _files ;;
    @folder) _files -/ ;;
    @*)
      local -a found
      found=( \${(f)"$($program __complete "\${1#@}" 2>/dev/null)"} )
      found=( \${found//$'\\t'/:} )
      _describe -V "\${1#@}" found
      ;;
    ?*) compadd -- \${(s:,:)1} ;;
  esac
}

_wizdata() {
  local program="\${words[1]}" here="" word takes i=2 at=1 open
  local -a subs flags args
  local -A valued
  _wizdata_at ""
  while (( i < CURRENT )); do
    word="\${words[i]}"
    if [[ $word == -* ]]; then
      (( \${+valued[$word]} )) && (( i += 1 ))
    elif (( \${subs[(I)$word:*]} )); then
      here="\${here:+$here }$word"
      _wizdata_at "$here"
    else
      (( at += 1 ))
    fi
    (( i += 1 ))
  done
  if (( i > CURRENT )); then
    _wizdata_take "\${valued[\${words[CURRENT - 1]}]}"
  elif [[ \${words[CURRENT]} == -* ]]; then
    _describe -o flag flags
  elif (( \${#subs} )); then
    _describe command subs
  else
    (( at > \${#args} )) && [[ -n $open ]] && at=\${#args}
    takes="\${args[at]}"
    _wizdata_take "\${takes#-}"
  fi
}

# Read by the completion system it is run at once; sourced, it is put in place.
if [[ "\${funcstack[1]}" == "_wizdata" ]]; then _wizdata "$@"; else compdef _wizdata wizdata; fi
`;

function placeCase({ at, words, flags, args, isOpen }: Place): string {
  const described = flags.flatMap(({ long, short, about }) =>
    [long, short].filter((name) => name !== undefined).map((name) => item(name, about)),
  );
  const valued = flags.flatMap(({ long, short, takes }) =>
    takes === "nothing"
      ? []
      : [long, short].filter((name) => name !== undefined).map((name) => `${name} ${quoted(takesText(takes))}`),
  );
  const parts = [
    `subs=( ${words.map(({ word, about }) => item(word, about)).join(" ")} )`,
    `flags=( ${described.join(" ")} )`,
    `valued=( ${valued.join(" ")} )`,
    `args=( ${args.map((takes) => quoted(takesText(takes) || "-")).join(" ")} )`,
    `open=${isOpen ? "1" : '""'}`,
  ];
  return `    ${quoted(at)}) ${parts.join(" ")} ;;`;
}

const item = (word: string, about: string) => quoted(`${word}:${about.replaceAll(":", "\\:")}`);
