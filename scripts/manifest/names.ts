/** What package.json says of file names, made of the formats' lists. */
import { BUILD_NAMES } from '../../src/core/build/fileNames.js';
import { anyOf, fits, patternSource, withoutChoices } from '../../src/core/formats/fileNames.js';
import { formatById, FORMATS } from '../../src/core/formats/index.js';
import { LANGUAGE_ID } from '../../src/host/editor/text/languageId.js';
import { SURE_NAMES, TABLE_NAMES } from '../../src/core/formats/tableNames.js';

const EXTENSIONS = [...new Set(FORMATS.flatMap(({ extensions }) => extensions))].map((extension) => `*.${extension}`);

/** A pattern that no file fits: such an editor is none of those that VS Code offers for a file. */
const NO_NAMES = ['**/.calibration-tables-never/*'];

/** The selectors of our editors: sure names open by a click, all others that have an extension of a format by choice. */
export const selectors = {
  'calibrationTables.table': selector(SURE_NAMES),
  'calibrationTables.tableOption': selector(EXTENSIONS.filter((glob) => !fits(`x${glob.slice(1)}`, SURE_NAMES))),
  // Who opens a table gets one of these two by its content, never by its name.
  'Calibration Table': selector(NO_NAMES),
  'Calibration Table (not linked)': selector(NO_NAMES),
} as const;

/** The active or clicked file has a name that tables have. */
export const hasTableName = named(TABLE_NAMES);

/** It has a name that builds leave behind. */
export const hasBuildName = named(BUILD_NAMES);

/** It has a name that tables of this format have. */
export function hasNameOf(format: string): string {
  const { sure, possible } = formatById(format).fileNames;
  return named([...sure, ...possible]);
}

/** Paths of files with such a name, as Python's and JavaScript's regular expressions take them: for what runs before a commit. */
export const pathPattern = `(?:^|/)(?:${patterns(TABLE_NAMES)})$`;

/** Names of NVDLA's tables, for what VS Code shows and completes in their JSON. */
export const jsonValidation = [
  {
    fileMatch: [...new Set(Object.values(formatById('nvdla').fileNames).flat().flatMap(withoutChoices))],
    url: './syntaxes/nvdla-calibration.schema.json',
  },
];

/** VS Code's own text editor in a diff: for one that knows the setting for diffs, and for one where the side from git decides. */
export const configurationDefaults = {
  'workbench.diffEditorAssociations': Object.fromEntries(SURE_NAMES.map((glob) => [glob, 'default'])),
  // What stands in a table is what its readers get: a blank in a header counts. JSON belongs to others, too.
  [`[${LANGUAGE_ID}]`]: {
    'files.trimTrailingWhitespace': false,
    'files.trimFinalNewlines': false,
    'files.insertFinalNewline': false,
    'editor.formatOnSave': false,
    'editor.codeActionsOnSave': {},
    // What changed stands over the text.
    'diffEditor.codeLens': true,
  },
  'workbench.editorAssociations': Object.fromEntries(SURE_NAMES.map((glob) => [`git:/**/${glob}`, 'default'])),
};

function selector(globs: readonly string[]): { filenamePattern: string }[] {
  return globs.map((filenamePattern) => ({ filenamePattern }));
}

function named(globs: readonly string[]): string {
  return `resourceFilename =~ /${anyOf(byStem(globs))}/i`;
}

function patterns(globs: readonly string[]): string {
  return byStem(globs)
    .map((glob) => patternSource(glob).replaceAll('.*', '[^/]*'))
    .join('|');
}

/** The same names in fewer globs, one for all extensions of a stem: they stand in every condition of a menu. */
function byStem(globs: readonly string[]): string[] {
  const stems = new Map<string, string[]>();
  for (const glob of globs) {
    const [, stem = glob, extension = ''] = /^(.*)\.(\w+|\{[\w,]+\})$/.exec(glob) ?? [];
    stems.set(stem, [...(stems.get(stem) ?? []), extension]);
  }
  return [...stems].map(([stem, [first = '', ...more]]) => {
    if (first === '') return stem;
    return more.length > 0 ? `${stem}.{${[first, ...more].join(',')}}` : `${stem}.${first}`;
  });
}
