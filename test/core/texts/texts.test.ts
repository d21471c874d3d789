/** Texts for people: none is left out of the languages, and every language has them all. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { keysIn, SOURCES, untranslated } from '../../../scripts/lib/texts.js';

type Texts = Readonly<Record<string, string>>;

const read = (file: string): Texts => JSON.parse(readFileSync(file, 'utf8')) as Texts;
const placeholders = (text: string): string => [...text.matchAll(/\{\d+\}/g)].map(String).sort().join();
const edges = (text: string): string => `${/^\s*/.exec(text)?.[0] ?? ''}|${/\s*$/.exec(text)?.[0] ?? ''}`;

/** What reads like prose and is none, or is not for the people in front of VS Code. */
const NO_TEXTS: readonly (readonly [why: string, file: RegExp, text?: RegExp])[] = [
  ['names of operators and layers', /src\/core\/(network|naming|model|check)\//, /^[A-Z]\w+( [A-Z]\w*)*( \w+)* ?$/],
  ['algorithms', /./, /^(Min ?Max|Legacy|Entropy)\w*$/],
  ['names and units that are the same everywhere', /./, /^(TensorRT( \{0\})?|NaN|Inf|Aa|Markdown|Calibration Tables)$/],
  ['names of errors and of types', /./, /^[A-Z][a-zA-Z]+(Error|Format|Data)$/],
  ['keys of a keyboard', /^webview\//, /^Shift\+$/],
  ['classes of elements', /^webview\//, /^[a-z][\w-]*( [\w{}-]+)+$/],
  ['SVG, HTML and CSS', /^(webview\/|src\/host\/webview\/|src\/core\/report\/reportStyle)/, /[<>{}=:]|px|ch\b/],
  ['what TensorRT prints', /src\/core\/(build|formats\/trtLog)/],
  [
    'what is written into files',
    /src\/core\/(formats|marks|run\/histogramFile|answers\/copyAs)/,
    /^[\s{[|#/(]*["|#{/]|\{0\}|\|/,
  ],
  ['for language models, who read English', /src\/core\/answers\//],
  ['reports of the command line, and exports for a repository', /src\/core\/(run\/report|diff\/report)\//],
  [
    'rules of a plan, shown by `word`',
    /./,
    /^(carried over|by hand|same name|type and order|shifted number|held out|left out in turn)$/,
  ],
  ['ids of editors, which VS Code shows', /viewTypes/],
  [
    'programming errors, which a user never sees',
    /./,
    /splice|change does|no decimal form|foreign kind|#root|not been loaded|ResizeObserver|changes of a model/i,
  ],
  ['scripts and arguments', /terminalCommand|copyMarks|loadBundle|startWorker/],
  ['columns and numbers of files', /entriesGrid|dumps\/json|model\/fields/],
  ['names of tables in the wild, and of parts of models', /tensorrt\.ts|run\/groups/],
  ['what stands in a name in TensorRT', /./, /Unnamed Layer/],
  ['the base of what is put in', /src\/core\/transfer\/merge/, /^\{0\}: from/],
  ['names in a file system or a task', /./, /^(FileNotFound|Index|Weights)$/],
];

describe('texts', () => {
  const keys = keysIn(SOURCES);

  it('are all translated: no prose stands without a tag', () => {
    const left = untranslated(SOURCES).filter(
      ({ file, text }) => !NO_TEXTS.some(([, where, what = /./s]) => where.test(file) && what.test(text)),
    );
    assert.deepEqual(
      left.map(({ file, line, text }) => `${file}:${line} ${text}`),
      [],
    );
  });

  it('have no exception that excepts nothing', () => {
    const all = untranslated(SOURCES);
    const idle = NO_TEXTS.filter(
      ([, where, what = /./s]) => !all.some(({ file, text }) => where.test(file) && what.test(text)),
    );
    assert.deepEqual(
      idle.map(([why]) => why),
      [],
    );
  });

  const bundles = readdirSync('l10n').filter((name) => /^bundle\.l10n\.[a-z-]{2,5}\.json$/.test(name));
  for (const bundle of bundles)
    it(`stand in ${bundle}, each with what is put into it and its blanks, and none more`, () => {
      const texts = read(`l10n/${bundle}`);
      assert.deepEqual(Object.keys(texts).sort(), keys);
      for (const [key, text] of Object.entries(texts)) {
        assert.equal(placeholders(text), placeholders(key), key);
        assert.equal(edges(text), edges(key), key);
        assert.notEqual(text.trim(), '', key);
      }
    });

  it('of the manifest stand in every language', () => {
    const manifest = readFileSync('package.json', 'utf8');
    const used = [...new Set([...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key = '']) => key))].sort();
    for (const file of readdirSync('.').filter((name) => /^package\.nls(\.[a-z]{2})?\.json$/.test(name)))
      assert.deepEqual(Object.keys(read(file)).sort(), used, file);
  });

  it('of the manifest are none but those', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: object };
    const plain: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) look(inner, `${path}/${key}`);
      // What a language model reads stays English.
      else if (typeof value === 'string' && SHOWN.test(path) && !/inputSchema|grammars|languages/.test(path))
        if (!/^%[\w.-]+%$/.test(value)) plain.push(`${path}: ${value}`);
    };
    look(contributes, '');
    assert.deepEqual(plain, []);
  });

  it('of German read and write no English quotes', () => {
    const odd = Object.entries(read('l10n/bundle.l10n.de.json')).filter(
      ([key, text]) => text.includes('"') && !key.includes('· "two words"'),
    );
    assert.deepEqual(odd, []);
  });
});

const SHOWN =
  /\/(title|shortTitle|category|label|displayName|userDescription|description|markdownDescription|altText)$/;
