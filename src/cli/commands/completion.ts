import { Argument, Command } from 'commander';
import { bashCompletion } from '../completion/bash.js';
import { fishCompletion } from '../completion/fish.js';
import { pwshCompletion } from '../completion/pwsh.js';
import { wordsOf, type CommandWords } from '../completion/words.js';
import { zshCompletion } from '../completion/zsh.js';
import { print } from '../streams.js';

type Shell = 'bash' | 'zsh' | 'fish' | 'pwsh';

const SHELLS: Readonly<Record<Shell, (commands: readonly CommandWords[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  pwsh: pwshCompletion,
};

/** `completion SHELL`: what a shell loads to complete commands, options and their values. */
export function completionCommand(): Command {
  return new Command('completion')
    .description('Print completions for a shell.')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SHELLS)))
    .action(async (shell: Shell, _options, command: Command) => {
      await print(SHELLS[shell](wordsOf(command.parent ?? command)));
    });
}
