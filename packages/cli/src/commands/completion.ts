import { localCommand } from "../command.ts";
import { bashScript } from "../completion/bash.ts";
import { fishScript } from "../completion/fish.ts";
import { places } from "../completion/model.ts";
import { zshScript } from "../completion/zsh.ts";
import { choice } from "../fields.ts";
import { objectOf, string } from "../output/schema.ts";
import { plain } from "../output/view.ts";

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };
const shells = ["bash", "zsh", "fish"] as const;

export default localCommand({
  summary: "Print what teaches your shell to complete wizdata",
  details: `Nouns, verbs, flags and their words are in the script; names of datasets, partners, keys and profiles are asked for, and kept for a minute.

  source <(wizdata completion bash)                       # in ~/.bashrc
  source <(wizdata completion zsh)                        # in ~/.zshrc, after compinit
  wizdata completion fish > ~/.config/fish/completions/wizdata.fish`,
  args: { shell: choice("your shell", shells) },
  examples: ["wizdata completion bash", "wizdata completion zsh", "wizdata completion fish"],
  output: objectOf({ shell: string, script: string }),
  run: async (_, { shell }) => ({ shell, script: scripts[shell](await places()) }),
  view: ({ script }) => plain(script),
});
