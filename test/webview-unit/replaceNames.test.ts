import assert from 'node:assert/strict';
import { loadExpressions } from '../../webview/shared/filter/expression.js';
import { replaceInNames, type Replacement } from '../../webview/table/parts/replaceNames.js';
import { model } from './support/tableModel.js';

const TABLE = model({ names: ['res2a', 'Res2b', 'a.b', 'a$b'], values: new Float64Array(4), findings: [] });

describe('replacing in names', () => {
  before(() => loadExpressions());

  it('takes what is typed as it is', () => {
    assert.equal(told('a.b', '$1'), '2->$1');
    assert.equal(told('res', 'block'), '0->block2a 1->block2b');
    assert.equal(told('res', 'block', { caseSensitive: true }), '0->block2a');
    assert.equal(told('', 'x'), '');
    assert.equal(told('nowhere', 'x'), '');
  });

  it('takes an expression with its groups', () => {
    assert.equal(told('^res(\\d)(.)$', '$2/$1', { regex: true }), '0->a/2 1->b/2');
    assert.match(told('(', '', { regex: true }), /^Invalid regular expression/);
  });

  it('is refused where two would have one name, or none', () => {
    assert.match(told('^res.*', 'x', { regex: true }), /^"x": Entry 1 has this name already/);
    assert.match(told('^res.*', '', { regex: true }), /needs a name/);
  });
});

function told(text: string, by: string, how: Partial<Replacement['find']> = {}): string {
  const find = { text, caseSensitive: false, regex: false, ...how };
  const result = replaceInNames(TABLE, Uint32Array.of(0, 1, 2, 3), { find, by });
  if ('problem' in result) return result.problem;
  return result.edits.map((edit) => (edit.kind === 'rename' ? `${edit.index}->${edit.name}` : '')).join(' ');
}
