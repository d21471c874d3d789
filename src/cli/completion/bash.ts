import type { CommandWords } from './words.js';

/** Completions for bash. Where nothing of ours fits, and for arguments, names of files are completed. */
export function bashCompletion(commands: readonly CommandWords[]): string {
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap(({ flag, values: choices }) =>
      choices === undefined ? [] : [`    ${name},${flag}) words="${(choices ?? []).join(' ')}"; value=1 ;;`],
    ),
  );
  const flags = commands.map(
    ({ name, options }) => `    ${name}) words="${options.map(({ flag }) => flag).join(' ')} --help" ;;`,
  );
  return `# bash: source <(calibration-tables completion bash)
_calibration_tables() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words="" value=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help --version" -- "$current"))
    return
  fi
  case "$command,$previous" in
${values.join('\n')}
  esac
  if [ -z "$value" ] && [[ "$current" == -* ]]; then
    case "$command" in
${flags.map((line) => `  ${line}`).join('\n')}
    esac
  fi
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$current")); fi
}
complete -o default -F _calibration_tables calibration-tables
`;
}
