// A language that is none: every text of ours in brackets, longer and with other letters, as a text of a real language may be.
// What stands on the screen without brackets was not translated, and what does not fit will not fit in German either.
import { readFileSync, writeFileSync } from 'node:fs';
import { keysIn, SOURCES } from './texts.js';

/** What VS Code calls it. */
export const PSEUDO = 'qps-ploc';
/** Stands before and behind each of its texts. */
export const BRACKETS = ['⟦', '⟧'] as const;

const LETTERS: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', n: 'ñ', o: 'ó', u: 'ü', A: 'Å', E: 'É' };
/** Stays as it is: what is put in, links to commands, code. */
const KEPT = /(\{\d+\}|\]\(command:[^)]*\)|`[^`]*`|\$\{\w+\})/;

/** `Show all` → `⟦Shów áll ~~⟧`. */
export function pseudo(text: string): string {
  const pieces = text.split(KEPT);
  const odd = pieces.map((piece, i) =>
    i % 2 === 1 ? piece : piece.replace(/[a-z]/gi, (letter) => LETTERS[letter] ?? letter),
  );
  return `${BRACKETS[0]}${odd.join('')} ${'~'.repeat(Math.ceil(text.length / 4))}${BRACKETS[1]}`;
}

/** Writes the two files by which VS Code speaks it. */
export function writePseudo(): void {
  const manifest = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
  write(`package.nls.${PSEUDO}.json`, Object.entries(manifest));
  write(
    `l10n/bundle.l10n.${PSEUDO}.json`,
    keysIn(SOURCES).map((key) => [key, key]),
  );
}

function write(file: string, texts: readonly (readonly [key: string, text: string])[]): void {
  writeFileSync(file, JSON.stringify(Object.fromEntries(texts.map(([key, text]) => [key, pseudo(text)]))));
}
