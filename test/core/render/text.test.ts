import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeControls } from '../../../src/core/render/escape.js';
import type { Cell } from '../../../src/core/render/grid.js';
import { escapeMarkdown, markdownTable } from '../../../src/core/render/markdown.js';
import { textTable } from '../../../src/core/render/text.js';
import { displayWidth, shortenMiddle } from '../../../src/core/render/width.js';

const columns = [
  { title: 'name', align: 'left', flexible: true },
  { title: 'n', align: 'right' },
] as const;

describe('a text table', () => {
  it('is aligned, with seven digits', () => {
    assert.equal(
      textTable({
        columns,
        rows: [
          ['a', 1 / 3],
          ['longer', 12],
        ],
      }),
      'name            n\na       0.3333333\nlonger         12\n',
    );
  });

  it('fits the terminal by shortening names in the middle', () => {
    const lines = textTable({ columns, rows: [['(Unnamed Layer* 12) [Convolution]_output', 5]] }, 24).split('\n');
    assert.ok(lines.every((line) => line.length <= 24));
    assert.match(lines[1] ?? '', /^\(Unnamed L…\]_output +5$|^\(Unnamed.*….*output +5$/);
  });

  it('shortens nothing without a limit', () => {
    const name = 'x'.repeat(500);
    assert.ok(textTable({ columns, rows: [[name, 5]] }).includes(name));
  });

  it('has a line for each row whatever the names hold', () => {
    const rows = fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.double()).map((row): Cell[] => row));
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 80 }), (cells, width) => {
        const text = textTable({ columns, rows: cells }, width);
        assert.equal(text.split('\n').length, cells.length + 2);
        assert.doesNotMatch(text.replaceAll('\n', ''), /[\x00-\x1f\x7f-\x9f]/);
      }),
    );
  });
});

describe('the width of text', () => {
  it('counts wide characters twice and marks not at all', () => {
    assert.deepEqual(['abc', 'プール', 'é', 'e\u0301', '畳み込み', ''].map(displayWidth), [3, 6, 1, 1, 8, 0]);
  });

  it('is never exceeded by a shortened name, which keeps both ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, limit) => {
        const short = shortenMiddle(text, limit);
        assert.ok(displayWidth(short) <= limit);
        assert.ok(short === text || short.includes('…'));
      }),
    );
    assert.equal(shortenMiddle('abcdefghij', 5), 'ab…ij');
  });
});

describe('control characters', () => {
  it('are written out', () => {
    assert.equal(escapeControls('a\u001b[31m\nb\t\u009b\u202ec'), 'a\\u001b[31m\\nb\\t\\u009b\\u202ec');
    assert.equal(escapeControls('größe プール 🙂'), 'größe プール 🙂');
  });
});

describe('a Markdown table', () => {
  it('has one line a row and shows names as they are', () => {
    assert.equal(
      markdownTable({
        columns,
        rows: [
          ['a|b*c_d', 1],
          ['x\ny', 0.1],
        ],
      }),
      '| name | n |\n| --- | ---: |\n| a\\|b\\*c\\_d | 1 |\n| x\\ny | 0.1 |\n',
    );
  });

  it('lets no markup through', () => {
    assert.equal(escapeMarkdown('<img src=x> [a](b) `c` \\ & ~'), '\\<img src=x\\> \\[a\\](b) \\`c\\` \\\\ \\& \\~');
  });
});
