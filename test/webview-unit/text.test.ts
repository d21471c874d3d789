import assert from 'node:assert/strict';
import { fromTsv, toTsv } from '../../webview/shared/text/tsv.js';
import { logTicks } from '../../webview/shared/charts/ticks.js';
import { naturalKey } from '../../webview/shared/grid/sort.js';

describe('copied rows', () => {
  it('are lines of cells between tabs, under a header', () => {
    assert.equal(
      toTsv(
        ['#', 'Tensor'],
        [
          ['1', 'data'],
          ['2', 'conv1'],
        ],
      ),
      '#\tTensor\n1\tdata\n2\tconv1',
    );
  });

  it('stay rows when a name holds a tab or a line end', () => {
    assert.equal(toTsv(['n'], [['a\tb\r\nc']]), 'n\na b c');
  });

  it('may come without a header, and are read again whatever the line ends', () => {
    assert.equal(
      toTsv(null, [
        ['1', '2'],
        ['3', ''],
      ]),
      '1\t2\n3\t',
    );
    assert.deepEqual(fromTsv('1\t2\r\n3\t\r\n'), [
      ['1', '2'],
      ['3', ''],
    ]);
    assert.deepEqual(fromTsv(''), []);
  });
});

describe('ticks of a logarithmic axis', () => {
  const values = (low: number, high: number): number[] =>
    logTicks(low, high).map((tick) => Number((10 ** tick).toPrecision(3)));

  it('are powers of ten over many decades', () => {
    assert.deepEqual(values(-2.1, 2.1), [0.01, 0.1, 1, 10, 100]);
    assert.ok(logTicks(-38, 38).length <= 9);
  });

  it('are finer over few decades', () => {
    assert.deepEqual(values(0, 2), [1, 2, 5, 10, 20, 50, 100]);
    assert.deepEqual(values(0.1, 0.5), [1.5, 2, 3]);
  });
});

describe('natural order', () => {
  it('compares numbers inside of texts by value', () => {
    const names = [
      '(Unnamed Layer* 100) [Scale]_output',
      '(Unnamed Layer* 9) [Scale]_output',
      '(Unnamed Layer* 50) [Scale]_output',
    ];
    assert.deepEqual(
      [...names].sort((a, b) => (naturalKey(a) < naturalKey(b) ? -1 : 1)).map((name) => /\d+/.exec(name)?.[0]),
      ['9', '50', '100'],
    );
  });
});
