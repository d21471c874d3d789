/** What a view could send if it were not ours: wrong in one place, anywhere in a message of any type. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../src/core/bytes/bytes.js';
import { applySplice } from '../../src/core/bytes/splice.js';
import { editProblem } from '../../src/core/edits/editProblem.js';
import type { Edit } from '../../src/core/formats/format.js';
import { tensorrt } from '../../src/core/formats/tensorrt/tensorrt.js';
import { parseFromBuildView } from '../../src/protocol/build.js';
import { parseFromOutputsView } from '../../src/protocol/outputs.js';
import { parseFromRankView } from '../../src/protocol/rank.js';
import { parseFromDiffView } from '../../src/protocol/diff.js';
import { parseFromReviewView } from '../../src/protocol/review.js';
import { parseFromTableView } from '../../src/protocol/table.js';

const common = [
  { type: 'ready' },
  { type: 'copy', text: 'a', what: 'b' },
  { type: 'error', message: 'c' },
  { type: 'layout', layout: { order: ['a'], hidden: ['b'], widths: { c: 80 } } },
];
const edits = [
  { kind: 'set', index: 1, value: 2 },
  { kind: 'insert', index: 1, name: 'n', value: 2 },
  { kind: 'rename', index: 1, name: 'n' },
  { kind: 'delete', index: 1 },
  { kind: 'header', raw: 'TRT-8601-EntropyCalibration2' },
];
const VIEWS = [
  {
    name: 'table',
    parse: parseFromTableView,
    messages: [
      ...common,
      { type: 'edits', id: 1, revision: 1, edits },
      { type: 'copyLines', entries: [1] },
      { type: 'showInText', entries: [1] },
      { type: 'showLine', line: 1 },
      { type: 'compareEntry', entries: [1] },
      { type: 'history', entry: 1 },
      { type: 'rows', id: 1, revision: 1, action: 'duplicate', entries: [1] },
      { type: 'mark', entries: [1] },
      { type: 'command', command: 'checkNetwork' },
      { type: 'selection', first: 1, count: 2, smallest: 1, median: null, largest: 3 },
      { type: 'saveChart', extension: 'svg', content: '<svg/>' },
      { type: 'copyAs', entries: [1] },
    ],
  },
  {
    name: 'comparison',
    parse: parseFromDiffView,
    messages: [
      ...common,
      { type: 'export', threshold: 0.5 },
      { type: 'action', action: 'removeBase' },
      { type: 'decide', byHand: [{ kind: 'pair', old: { index: 1, name: 'a' }, new: { index: 2, name: 'b' } }] },
      { type: 'take', into: 'old', rows: [{ old: { index: 1, name: 'a' }, new: { index: 2, name: 'b' } }] },
    ],
  },
  {
    name: 'build',
    parse: parseFromBuildView,
    messages: [...common, { type: 'showEntry', index: 1 }, { type: 'action', action: 'chooseBuild' }],
  },
  {
    name: 'ranking',
    parse: parseFromRankView,
    messages: [
      ...common,
      { type: 'without', id: 1, names: ['conv'] },
      { type: 'reach', id: 1, decibels: 30 },
      { type: 'showTensor', name: 'conv' },
      { type: 'tuneTensors', names: ['conv'] },
      { type: 'markTensors', names: ['conv'] },
      { type: 'action', action: 'again' },
    ],
  },
  {
    name: 'dumps',
    parse: parseFromOutputsView,
    messages: [...common, { type: 'epsilon', epsilon: 0.1 }, { type: 'action', action: 'swap' }],
  },
  {
    name: 'review',
    parse: parseFromReviewView,
    messages: [
      ...common,
      { type: 'assign', id: 1, rows: [1], assignment: { kind: 'entry', entry: 2 } },
      { type: 'assign', id: 1, rows: [1], assignment: { kind: 'scale', scale: 0.5 } },
      { type: 'exclude', id: 1, names: ['conv'], excluded: true },
      { type: 'placement', id: 1, placement: 'every', perTensorWeights: true },
      { type: 'history', id: 1, step: 'undo' },
      { type: 'done', write: true, incomplete: false },
    ],
  },
];

const WRONG = [
  ...[undefined, null, -1, -0.5, 1.5, 2 ** 60, 1e300, NaN, Infinity, -Infinity, '1', '', 'a\nb: 3f800000', 'a: b'],
  ...[true, [], [[]], {}, { length: 1e9 }, { type: 'ready' }, '__proto__', 'constructor', 'x'.repeat(1e6)],
];

for (const { name, parse, messages } of VIEWS) {
  describe(`messages of a ${name} view`, () => {
    for (const message of messages)
      it(`of the type ${message.type} are taken whole`, () => assert.deepEqual(parse(message), message));

    it('are no reason to fail, whatever they are', () => {
      fc.assert(
        fc.property(fc.oneof(fc.anything(), fc.constantFrom(...WRONG)), (value) => {
          assert.equal(parse(value) === null || typeof (value as { type: unknown }).type === 'string', true);
        }),
      );
    });

    it('that are wrong in one place are refused, or hold nothing but what their type may', () => {
      for (const message of messages)
        for (const path of pathsIn(message))
          for (const wrong of WRONG) {
            const taken = parse(replaced(message, path, wrong));
            if (taken !== null) assertSound(taken);
          }
    });
  });
}

describe('an edit that a view asks for', () => {
  const document = tensorrt.read(utf8Bytes('TRT-8601-EntropyCalibration2\na: 3c010a14\nb: 3f800000\n'));

  it('is refused, or the file reads back as it says: no name and no header forges another entry', () => {
    const names = [
      'c\nd: 3f800000',
      'c: 3f800000\n',
      'c\r',
      ': 3f800000',
      'c: d',
      '\ufeffc',
      'a',
      '',
      ' ',
      'c\u0085d',
      'x:y:',
    ];
    const wanted = names.flatMap((name): Edit[] => [
      { kind: 'insert', index: 0, name, value: 1 },
      { kind: 'insert', index: 2, name, value: 1 },
      { kind: 'rename', index: 0, name },
      { kind: 'header', raw: `TRT-8601-EntropyCalibration2${name}` },
    ]);
    for (const edit of wanted.filter((one) => editProblem(document, one) === null)) {
      const splice = tensorrt.edit(document, edit);
      const { names: after } = tensorrt.read(splice ? applySplice(document.bytes, splice) : document.bytes).table;
      const said = JSON.stringify(edit);
      if (edit.kind === 'insert') assert.deepEqual(after, ['a', 'b'].toSpliced(edit.index, 0, edit.name), said);
      else assert.deepEqual(after, edit.kind === 'rename' ? [edit.name, 'b'] : ['a', 'b'], said);
    }
  });
});

type Path = readonly (string | number)[];

/** Every place in a message that holds a value. */
function pathsIn(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsIn(inner).map((path) => [key, ...path])]);
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

/** Indices count from 0, and nothing that is text is anything else. */
function assertSound(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (['index', 'id', 'revision', 'entry'].includes(key))
      assert.ok(Number.isInteger(inner) && (inner as number) >= 0, `${key}: ${String(inner)}`);
    if (['name', 'raw', 'text', 'what', 'message', 'command', 'kind'].includes(key))
      assert.equal(typeof inner, 'string', key);
    if (['value', 'scale', 'threshold'].includes(key)) assert.equal(typeof inner, 'number', key);
    assertSound(inner);
  }
}
