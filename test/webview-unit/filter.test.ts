import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completions } from '../../webview/shared/filter/complete.js';
import { compileFilter, type RowTest } from '../../webview/shared/filter/compile.js';
import { loadExpressions } from '../../webview/shared/filter/expression.js';
import type { FilterText } from '../../webview/shared/filter/filterText.js';
import { numberTest } from '../../webview/shared/filter/numberTest.js';
import { asksFor, parseFilter, toggledTerm } from '../../webview/shared/filter/parse.js';
import type { Term } from '../../webview/shared/filter/term.js';

const ROWS = [
  { name: 'data', type: '', range: 1 },
  { name: '(Unnamed Layer* 50) [Convolution]_output', type: 'Convolution', range: 6.5243 },
  { name: '(Unnamed Layer* 51) [Scale]_output', type: 'Scale', range: 0 },
  { name: 'conv1 relu', type: 'Relu', range: Infinity },
  { name: 'prob', type: '', range: NaN },
];
const at = (row: number): (typeof ROWS)[number] => ROWS[row] ?? assert.fail(`no row ${row}`);
const TERMS: readonly Term[] = [
  {
    kind: 'choice',
    key: 'is',
    hint: '',
    choices: [
      { value: 'zero', hint: '1 entry', test: (row) => at(row).range === 0 },
      { value: 'inf', hint: '1 entry', test: (row) => at(row).range === Infinity },
    ],
  },
  { kind: 'text', key: 'type', hint: 'Layer type', text: (row) => at(row).type },
  { kind: 'number', key: 'range', hint: '', number: (row) => at(row).range },
  {
    kind: 'text',
    key: 'group',
    hint: '',
    text: (row) => at(row).name,
    fromStart: true,
    values: () => ['conv1', 'a b'],
  },
];

function compile(filter: Partial<FilterText>): ReturnType<typeof compileFilter> {
  return compileFilter(
    { text: '', caseSensitive: false, regex: false, ...filter },
    TERMS,
    (matches) => (row) => matches(at(row).name),
  );
}

/** The rows that a filter lets through. */
function rows(text: string, part: Partial<FilterText> = {}): number[] {
  const compiled = compile({ text, ...part });
  assert.ok('test' in compiled, JSON.stringify(compiled));
  const passes: RowTest = compiled.test ?? (() => true);
  return ROWS.map((_, row) => row).filter(passes);
}

function problem(text: string, regex = false): string {
  const compiled = compile({ text, regex });
  return 'problem' in compiled ? compiled.problem : assert.fail('no problem');
}

describe('a filter', () => {
  before(async () => loadExpressions());

  it('takes plain words as they are, and wants all of them', () => {
    assert.deepEqual(rows('[Conv'), [1]);
    assert.deepEqual(rows('layer* output'), [1, 2]);
    assert.deepEqual(rows('layer.'), []);
    assert.deepEqual(rows('"conv1 relu"'), [3]);
    assert.deepEqual(rows('"Layer* 5'), [1, 2]);
  });

  it('leaves out what a hyphen stands before', () => {
    assert.deepEqual(rows('layer -conv'), [2]);
    assert.deepEqual(rows('-range>=0'), [4]);
    assert.deepEqual(rows('-'), []);
  });

  it('can tell cases apart', () => {
    assert.deepEqual(rows('CONV'), [1, 3]);
    assert.deepEqual(rows('CONV', { caseSensitive: true }), []);
    assert.deepEqual(rows('type:relu', { caseSensitive: true }), []);
  });

  it('asks for numbers, types and what an entry is', () => {
    assert.deepEqual(rows('range>5'), [1, 3]);
    assert.deepEqual(rows('range<=1'), [0, 2]);
    assert.deepEqual(rows('RANGE:1..7 layer'), [1]);
    assert.deepEqual(rows('range:nan'), [4]);
    assert.deepEqual(rows('range=6.52'), [1]);
    assert.deepEqual(rows('type:conv,rel'), [1, 3]);
    assert.deepEqual(rows('type=scale'), [2]);
    assert.deepEqual(rows('is:zero,inf'), [2, 3]);
    assert.deepEqual(rows('is:z'), [2]);
    assert.deepEqual(rows('group:CONV1'), [3]);
    assert.deepEqual(rows('group:conv'), []);
    assert.deepEqual(rows('group:"(Unnamed "'), [1, 2]);
    assert.deepEqual(rows('is:zero type:conv'), []);
  });

  it('lets everything pass while a value is still to come, and says what is none', () => {
    for (const text of ['', '  ', 'range>', 'is:', '-is:']) assert.equal(rows(text).length, ROWS.length, text);
    assert.match(problem('range>much'), /"much" is no number\. Write range>50/);
    assert.match(problem('is:heavy'), /is knows no "heavy"\. It knows zero, inf/);
    assert.match(problem('type>conv'), /type has no order/);
  });

  it('takes what has the look of an unknown term, or stands in quotation marks, for a word', () => {
    assert.deepEqual(rows('input:0'), []);
    assert.deepEqual(rows('"is:zero"'), []);
  });

  it('takes regular expressions, with terms beside them', () => {
    assert.deepEqual(rows('^(data|prob)$', { regex: true }), [0, 4]);
    assert.deepEqual(rows('Layer\\* \\d+ type:conv', { regex: true }), [1]);
    assert.deepEqual(rows('type:conv', { regex: true }), [1]);
  });

  it('says what is wrong with an expression', () => {
    assert.match(problem('(: a', true), /^Invalid regular expression: missing closing \)/);
    assert.match(problem('(?!a)b', true), /could take for ever/);
  });

  it('answers at once whatever the expression', () => {
    const long = 'a'.repeat(50_000);
    const compiled = compileFilter(
      { text: '(a+)+$', caseSensitive: false, regex: true },
      [],
      (matches) => () => matches(`${long}!`),
    );
    assert.ok('test' in compiled && compiled.test);
    assert.equal(compiled.test(0), false);
  });
});

describe('what is typed into a filter box', () => {
  it('is parted without losing anything but blanks', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parts = parseFilter(text, new Set(['is', 'range']));
        const shown = parts.map(({ start, end }) => text.slice(start, end)).join('');
        assert.equal(shown.replace(/\s/g, ''), text.replace(/\s/g, ''));
      }),
    ));

  it('never breaks the filter', () =>
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('is:', 'range>', 'type=', '-', '"', ''),
        fc.boolean(),
        (text, key, regex) => {
          compile({ text: key + text, regex });
          completions(key + text, (key + text).length, TERMS, ROWS.length);
        },
      ),
    ));

  it('asks for a count that was clicked in place of another of its key, and no more at the next click', () => {
    assert.equal(toggledTerm('conv', 'is', 'zero'), 'conv is:zero');
    assert.equal(toggledTerm('is:inf conv', 'is', 'zero'), 'conv is:zero');
    assert.equal(toggledTerm('conv is:zero x', 'is', 'zero'), 'conv x');
    assert.ok(asksFor('a is:zero', 'is', 'zero'));
    assert.ok(!asksFor('-is:zero', 'is', 'zero'));
    assert.ok(!asksFor('is:zero,inf', 'is', 'zero'));
  });
});

describe('a number in a filter', () => {
  it('equals what begins with its digits when rounded', () => {
    const test = numberTest('=', '0.05') ?? assert.fail();
    assert.deepEqual([0.05, 0.0512, 0.0549, 0.056, 0.04].map(test), [true, true, true, false, false]);
    assert.ok(numberTest(':', '0')?.(-0));
    assert.ok(!numberTest('=', '0')?.(1e-40));
    assert.ok(numberTest('>', '1e-4')?.(Infinity));
  });

  it('is none in words or without an order', () => {
    for (const value of ['x', '..', '1..', '..2', '']) assert.equal(numberTest(':', value), null, value);
    assert.equal(numberTest('>', '1..2'), null);
    assert.equal(numberTest('>', 'nan'), null);
  });
});

describe('completions', () => {
  const offered = (text: string, always = false): string[] =>
    completions(text, text.length, TERMS, ROWS.length, always).options.map(({ label }) => label);

  it('are keys that begin so, and nothing before anything is typed', () => {
    assert.deepEqual(offered('ra'), ['range>']);
    assert.deepEqual(offered('conv t'), ['type:']);
    assert.deepEqual(offered(''), []);
    assert.deepEqual(offered('', true), ['is:', 'type:', 'range>', 'group:']);
    assert.deepEqual(offered('group:'), ['conv1', 'a b']);
    assert.deepEqual(offered('conv'), []);
  });

  it('are values of a key, the frequent ones first, until one is typed', () => {
    assert.deepEqual(offered('-is:'), ['zero', 'inf']);
    assert.deepEqual(offered('is:zero,i'), ['inf']);
    assert.deepEqual(offered('type:e'), ['Scale', 'Relu']);
    assert.deepEqual(offered('is:zero'), []);
    assert.deepEqual(offered('range>'), []);
  });

  it('take the place of what was typed of them', () => {
    const { start, end, options } = completions('-is:zero,i', 10, TERMS, ROWS.length);
    assert.deepEqual([start, end, options[0]?.insert], [9, 10, 'inf']);
  });
});
