/**
 * Names of files as the formats list them: globs as VS Code's custom editors take them, with `*`, `{a,b}` and `[abc]` alone.
 * What menus, pickers and selectors say of names is made of these lists by `npm run docs`.
 */

/** Names that a format's files have. */
export interface FileNames {
  /** Hardly anybody else uses these: a click opens the table. */
  readonly sure: readonly string[];
  /** Often somebody else's: a button in the title bar. */
  readonly possible: readonly string[];
}

/** A word on its own: at the start of a name or after a mark, and at its end or before one. `strtod_trt` holds no `tod`. */
export function word(...words: readonly string[]): string {
  const choices = words.length === 1 ? words[0] : `{${words.join(',')}}`;
  return `{,*[-_. ]}${choices}{,[-_. 0-9]*}`;
}

/** What calibration files are called, before their extension. */
export const CALIBRATION = word('calib', 'calibration');

/** The source of a regular expression that takes the same names as a glob. Its parts can't exchange characters but at the stars. */
export function patternSource(glob: string): string {
  return glob.replace(/\*|[{},]|\[[^[\]]*\]|[.+?^$()|\\]/g, (part) => {
    if (part.startsWith('[')) return part;
    return { '*': '.*', '{': '(?:', '}': ')', ',': '|' }[part] ?? `\\${part}`;
  });
}

/** The same names in globs without choices: a search in VS Code takes no choices within choices. */
export function withoutChoices(glob: string): string[] {
  const [, before = '', choices, after = ''] = /^([^{]*)\{([^{}]*)\}(.*)$/.exec(glob) ?? [];
  if (choices === undefined) return [glob];
  return choices.split(',').flatMap((choice) => withoutChoices(before + choice + after));
}

/** One regular expression for several globs: the whole name, as menus ask for it. */
export function anyOf(globs: readonly string[]): string {
  return `^(?:${globs.map(patternSource).join('|')})$`;
}

/** Whether a file name (without its folders) is one of these, in any case. */
export function fits(name: string, globs: readonly string[]): boolean {
  return new RegExp(anyOf(globs), 'i').test(name);
}
