import assert from 'node:assert/strict';
import { gridKey, type GridKey } from '../../webview/shared/grid/keys.js';

function press(stroke: string): GridKey | null {
  const parts = stroke.split('+');
  return gridKey({
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  });
}

describe('keys of the grid', () => {
  it('move, and select while Shift is held', () => {
    assert.deepEqual(press('ArrowDown'), { kind: 'move', motion: 'down', extend: false });
    assert.deepEqual(press('Shift+PageUp'), { kind: 'move', motion: 'pageUp', extend: true });
    assert.deepEqual(press('Home'), { kind: 'move', motion: 'rowStart', extend: false });
    assert.deepEqual(press('Ctrl+Home'), { kind: 'move', motion: 'first', extend: false });
    assert.deepEqual(press('Ctrl+Shift+End'), { kind: 'move', motion: 'last', extend: true });
  });

  it('edit, delete, insert, copy and select all', () => {
    assert.deepEqual(press('F2'), { kind: 'edit' });
    assert.deepEqual(press('Enter'), { kind: 'edit' });
    assert.deepEqual(press('7'), { kind: 'edit', typed: '7' });
    assert.deepEqual(press('Delete'), { kind: 'delete' });
    assert.deepEqual(press('Meta+Backspace'), { kind: 'delete' });
    assert.deepEqual(press('Insert'), { kind: 'insert' });
    assert.deepEqual(press('Ctrl+c'), { kind: 'copy' });
    assert.deepEqual(press('Meta+a'), { kind: 'selectAll' });
  });

  for (const stroke of [
    'Ctrl+z',
    'Ctrl+y',
    'Ctrl+Shift+z',
    'Meta+z',
    'Ctrl+s',
    'Ctrl+w',
    'Ctrl+f',
    'Tab',
    'Escape',
    'F1',
    ' ',
    'Alt+ArrowDown',
    'Shift+Delete',
    'Backspace',
  ]) {
    it(`leaves ${stroke === ' ' ? 'Space' : stroke} to VS Code`, () => assert.equal(press(stroke), null));
  }
});
