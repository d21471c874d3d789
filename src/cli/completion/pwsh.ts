import type { CommandWords } from './words.js';

/** Completions for PowerShell. Names of files are its own when nothing of ours fits. */
export function pwshCompletion(commands: readonly CommandWords[]): string {
  const options = commands.map(
    ({ name, options: all }) => `    '${name}' = @(${all.map(({ flag }) => `'${flag}'`).join(', ')})`,
  );
  const values = commands.flatMap(({ name, options: all }) =>
    all.flatMap(({ flag, values: choices }) =>
      choices ? [`    '${name} ${flag}' = @(${choices.map((choice) => `'${choice}'`).join(', ')})`] : [],
    ),
  );
  return `# PowerShell: calibration-tables completion pwsh | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName calibration-tables -ScriptBlock {
  param($current, $line, $position)
  $options = @{
${options.join('\n')}
  }
  $values = @{
${values.join('\n')}
  }
  $words = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  $done = if ($current -eq '') { $words } else { @($words | Select-Object -SkipLast 1) }
  $offered = if ($done.Count -eq 0) { $options.Keys | Sort-Object }
    elseif ($values.ContainsKey("$($done[0]) $($done[-1])")) { $values["$($done[0]) $($done[-1])"] }
    elseif ($current -like '-*') { $options[$done[0]] }
  $offered | Where-Object { $_ -like "$current*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;
}
