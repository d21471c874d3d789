import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary.js';

/** What of VS Code's own extensions a browser test looks at: themes and icons, JSON as text, comparing with git. */
const wanted = [
  'theme-defaults',
  'theme-seti',
  'json',
  'json-language-features',
  'markdown-basics',
  'diff',
  'log',
  'git',
  'git-base',
];

/** A folder with links to the wanted ones among the extensions of a VS Code build. */
export function builtinExtensions(vsCode: string): string {
  const folder = temporaryFolder('builtin');
  for (const name of wanted) symlinkSync(join(vsCode, 'extensions', name), join(folder, name), 'junction');
  return folder;
}
