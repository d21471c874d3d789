import assert from 'node:assert/strict';
import { parseToDiffView } from '../../src/protocol/diff.js';
import { diffMessage } from '../../src/protocol/diffMessage.js';
import { columnsOf } from '../../webview/diff/columns.js';
import { baseNameAt, labelAt } from '../../webview/diff/model.js';
import { flagsOf } from '../../webview/diff/parts/flags.js';
import { countMoves, moveAt, movesOf } from '../../webview/diff/parts/moves.js';
import { tagsOf } from '../../webview/diff/parts/tags.js';
import { cacheSide, diffModel } from './support/diffModel.js';

const BASE = [
  'data: 3f800000',
  'conv1: 3f800000',
  'conv2: 3f000000',
  'conv3: 3e800000',
  'fc: 3d800000',
  'gone: 41200000',
];
const OLD = ['data: 3f800000', 'conv1: 40000000', 'conv2: 3f000000', 'conv3: 3f800000', 'fc: 3e000000'];
const NEW = [
  'data: 3f800000',
  'extra: 42c80000',
  'conv1: 3f800000',
  'conv2: 3f800000',
  'conv3: 3f800000',
  'fc: 3d000000',
];

const model = diffModel(OLD, NEW, [], BASE);
const tags = tagsOf(model, 0);
const moves = movesOf(model, tags, 0) ?? assert.fail('there is a base');

describe('a comparison with a base', () => {
  const rows = Array.from({ length: model.rows }, (_, row) => row);

  it('says which table moved away from it', () => {
    assert.deepEqual(
      rows.map((row) => `${labelAt(model, row)} ${moveAt(moves, row)}`),
      ['data unchanged', 'extra null', 'conv1 old', 'conv2 new', 'conv3 alike', 'fc apart'],
    );
    assert.deepEqual(countMoves(moves), { unchanged: 1, old: 1, new: 1, alike: 1, apart: 1 });
  });

  it('lets the threshold decide what has moved', () => {
    const within = (threshold: number): ReturnType<typeof countMoves> =>
      countMoves(movesOf(model, tagsOf(model, threshold), threshold) ?? assert.fail());
    assert.deepEqual(within(1), { unchanged: 4, old: 0, new: 0, alike: 1, apart: 0 });
    assert.equal(within(2).unchanged, 5);
  });

  it('has its columns and counts only then', () => {
    const ids = (of: typeof model): string[] =>
      columnsOf(of, { tags: tagsOf(of, 0), moves: movesOf(of, tagsOf(of, 0), 0) }, 'scale').map(({ id }) => id);
    const plain = diffModel(OLD, NEW);
    assert.deepEqual(
      ids(model).filter((id) => !ids(plain).includes(id)),
      ['baseScale', 'moved'],
    );
    assert.equal(movesOf(plain, tagsOf(plain, 0), 0), null);
    const flags = (of: typeof model): string[] =>
      flagsOf(of, { tags, moves: movesOf(of, tags, 0) }).map(({ value }) => value);
    assert.deepEqual(
      flags(model).filter((value) => !flags(plain).includes(value)),
      ['moved-old', 'moved-new', 'moved-alike', 'moved-apart'],
    );
  });

  it('shows the entry that it has, and says where it has none', () => {
    const columns = columnsOf(model, { tags, moves }, 'scale');
    const text = (id: string, row: number): string => columns.find((column) => column.id === id)?.text(row) ?? '';
    assert.deepEqual([text('baseScale', 2), text('moved', 2), baseNameAt(model, 2)], ['1.000000', 'old', 'conv1']);
    assert.deepEqual([text('baseScale', 1), text('moved', 1), baseNameAt(model, 1)], ['', 'not found', '']);
    assert.equal(
      model.message.base?.kind === 'base' && model.message.baseNames[model.message.base.lost[0] ?? -1],
      'gone',
    );
  });

  it('arrives whole, or not at all', () => {
    const { message } = model;
    assert.equal(parseToDiffView(message), message);
    const base = message.base?.kind === 'base' ? message.base : assert.fail();
    for (const wrong of [
      { ...base, indices: base.indices.slice(1) },
      { ...base, numbers: base.numbers.slice(1) },
      {},
      4,
    ])
      assert.throws(() => parseToDiffView({ ...message, base: wrong }), /did not arrive whole/);
    const unread = diffMessage(cacheSide('a.cache', ...OLD), cacheSide('b.cache', ...NEW), [], {
      kind: 'unread',
      uri: 'file:///c.cache',
      problem: 'gone',
    });
    assert.ok(parseToDiffView(unread));
    assert.equal(unread.baseNames.length, 0);
  });
});
