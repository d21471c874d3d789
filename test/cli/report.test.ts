import assert from 'node:assert/strict';
import { run, Workspace } from './support.js';

describe('report', () => {
  const files = new Workspace();

  it('writes one page, and never over a file unasked', () => {
    const table = files.cache('t.cache', 'x: 3f000000');
    const out = files.path('r.html');
    assert.equal(run(['report', table, '--html', '-o', out]).code, 0);
    assert.match(files.text('r.html'), /^<!DOCTYPE html>/);
    const again = run(['report', table, '--html', '-o', out]);
    assert.deepEqual([again.code, /exists/.test(again.stderr)], [2, true]);
  });

  it('wants to know as what, and a table', () => {
    const table = files.cache('t2.cache', 'x: 3f000000');
    assert.equal(run(['report', table, '-o', files.path('x.html')]).code, 2);
    assert.equal(run(['report', files.file('no.txt', 'words'), '--html', '-o', files.path('y.html')]).code, 2);
  });

  it('to the terminal, with -', () => {
    assert.match(run(['report', files.cache('t3.cache', 'x: 3f000000'), '--html', '-o', '-']).stdout, /<\/html>\n$/);
  });
});
