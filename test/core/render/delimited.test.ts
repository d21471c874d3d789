import assert from 'node:assert/strict';
import fc from 'fast-check';
import { delimitedText, neutralised } from '../../../src/core/render/delimited.js';
import { entriesGrid } from '../../../src/core/render/entriesGrid.js';
import { tensorrtTable } from '../support/tables.js';

const columns = [
  { title: 'name', align: 'left' },
  { title: 'n', align: 'right' },
] as const;

describe('CSV and TSV', () => {
  it('have a title line and every digit', () => {
    const text = delimitedText(
      entriesGrid(
        tensorrtTable([
          ['data', 0.013044008053839207],
          ['b', Infinity],
        ]),
      ),
      ',',
    );
    assert.deepEqual(text.split('\n'), [
      'index,name,layerType,value,scale,dynamicRange,bits',
      '0,data,,0.013044008053839207,0.013044008053839207,1.6565890228375793,3c55b689',
      '1,b,,Infinity,Infinity,Infinity,7f800000',
      '',
    ]);
  });

  it('quote what follows a delimiter of another country: it would begin a cell', () => {
    for (const delimiter of [',', '\t'] as const)
      assert.match(delimitedText({ columns, rows: [['a;=1+1', 1]] }, delimiter), /\n"a;=1\+1"/);
  });

  it('quote what would break the line', () => {
    assert.equal(
      delimitedText(
        {
          columns,
          rows: [
            ['a,b', 1],
            ['say "x"', 2],
            ['two\nlines', 3],
            ['a\tb', 4],
          ],
        },
        ',',
      ),
      'name,n\n"a,b",1\n"say ""x""",2\n"two\nlines",3\n"a\tb",4\n',
    );
    assert.equal(
      delimitedText(
        {
          columns,
          rows: [
            ['a,b', 1],
            ['a\tb', 4],
          ],
        },
        '\t',
      ),
      'name\tn\n"a,b"\t1\n"a\tb"\t4\n',
    );
  });

  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', "'=1"]) {
    it(`make ${JSON.stringify(text)} harmless to a spreadsheet`, () => assert.equal(neutralised(text), `'${text}`));
  }

  it('leave other text and numbers alone', () => {
    for (const text of ['data', "'quoted'", '(Unnamed Layer* 1)', '', 'a=b', '1'])
      assert.equal(neutralised(text), text);
    assert.equal(delimitedText({ columns, rows: [['a', -1.5]] }, ','), 'name,n\na,-1.5\n');
  });

  it('lose nothing: the apostrophe can be taken off again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\n', 'a') }), (text) => {
        const cell = neutralised(text);
        assert.equal(/^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell, text);
      }),
    );
  });
});
