import assert from 'node:assert/strict';
import { compileFilter, type FilterText, type Matcher } from '../../webview/shared/grid/filter.js';

function matcher(filter: Partial<FilterText>): Matcher {
  const compiled = compileFilter({ text: '', caseSensitive: false, regex: false, ...filter });
  return ('matches' in compiled && compiled.matches) || assert.fail('no matcher');
}

describe('a filter', () => {
  it('takes plain text as it is', () => {
    assert.ok(matcher({ text: '[Conv' })('(Unnamed Layer* 50) [Convolution]_output'));
    assert.ok(matcher({ text: 'layer*' })('(Unnamed Layer* 50)'));
    assert.ok(!matcher({ text: 'layer.' })('(Unnamed Layer* 50)'));
  });

  it('can tell cases apart', () => {
    assert.ok(matcher({ text: 'CONV' })('conv1'));
    assert.ok(!matcher({ text: 'CONV', caseSensitive: true })('conv1'));
  });

  it('takes regular expressions', () => {
    assert.ok(matcher({ text: '^conv\\d+$', regex: true })('conv12'));
    assert.ok(!matcher({ text: '^conv\\d+$', regex: true })('conv12_relu'));
  });

  it('lets everything pass while nothing is typed', () => {
    assert.deepEqual(compileFilter({ text: '', caseSensitive: false, regex: true }), { matches: null });
  });

  it('says what is wrong with an expression, without repeating it', () => {
    assert.deepEqual(compileFilter({ text: '(: a', caseSensitive: false, regex: true }), {
      problem: 'Invalid regular expression: Unterminated group',
    });
  });
});
