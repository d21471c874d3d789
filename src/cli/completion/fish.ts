import type { CommandWords, OptionWords } from './words.js';

/** Completions for fish. */
export function fishCompletion(commands: readonly CommandWords[]): string {
  const lines = commands.flatMap(({ name, description, options }) => [
    `complete -c calibration-tables -n __fish_use_subcommand -f -a ${name} -d ${quoted(description)}`,
    ...options.map(
      (option) => `complete -c calibration-tables -n '__fish_seen_subcommand_from ${name}' ${words(option)}`,
    ),
  ]);
  return `# fish: calibration-tables completion fish > ~/.config/fish/completions/calibration-tables.fish\n${lines.join('\n')}\n`;
}

function words({ flag, description, values }: OptionWords): string {
  const name = flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`;
  const value = values === undefined ? '' : values === null ? ' -r' : ` -x -a '${values.join(' ')}'`;
  return `${name}${value} -d ${quoted(description)}`;
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
