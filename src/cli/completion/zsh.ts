import type { CommandWords, OptionWords } from './words.js';

/** Completions for zsh. */
export function zshCompletion(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name, description }) => `    '${name}:${quoted(description)}'`);
  const cases = commands.map(
    ({ name, options }) => `    ${name}) _arguments ${[...options.map(argument), "'*:file:_files'"].join(' ')} ;;`,
  );
  return `#compdef calibration-tables
# zsh: calibration-tables completion zsh > a folder of $fpath/_calibration-tables
_calibration_tables() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = "_calibration-tables" ]; then _calibration_tables "$@"; else compdef _calibration_tables calibration-tables; fi
`;
}

function argument({ flag, description, values }: OptionWords): string {
  const text = `[${quoted(description)}]`;
  if (values === undefined) return `'${flag}${text}'`;
  return `'${flag}${text}:value:${values === null ? '_files' : `(${values.join(' ')})`}'`;
}

/** As it stands between single quotes, where brackets and colons part what zsh reads. */
function quoted(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&').replaceAll("'", "'\\''");
}
