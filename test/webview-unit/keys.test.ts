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

  it('edit, delete, insert, copy, cut, fill down and select all', () => {
    assert.deepEqual(press('F2'), { kind: 'edit' });
    assert.deepEqual(press('Enter'), { kind: 'edit' });
    assert.deepEqual(press('7'), { kind: 'edit', typed: '7' });
    assert.deepEqual(press('Delete'), { kind: 'delete' });
    assert.deepEqual(press('Meta+Backspace'), { kind: 'delete' });
    assert.deepEqual(press('Insert'), { kind: 'insert' });
    assert.deepEqual(press('Ctrl+c'), { kind: 'copy' });
    assert.deepEqual(press('Ctrl+X'), { kind: 'cut' });
    assert.deepEqual(press('Ctrl+d'), { kind: 'fillDown' });
    assert.deepEqual(press('Meta+a'), { kind: 'select', what: 'all' });
  });

  it("move and duplicate, as lines of text in VS Code's own editor", () => {
    assert.deepEqual(press('Alt+ArrowUp'), { kind: 'moveUp' });
    assert.deepEqual(press('Shift+Alt+ArrowDown'), { kind: 'duplicate' });
  });

  it("select rows and columns, and drop what is selected, as a spreadsheet's do", () => {
    assert.deepEqual(press('Shift+ '), { kind: 'select', what: 'rows' });
    assert.deepEqual(press('Ctrl+ '), { kind: 'select', what: 'columns' });
    assert.deepEqual(press('Escape'), { kind: 'drop' });
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
    'Ctrl+v',
    'F1',
    ' ',
    'Alt+ArrowLeft',
    'Ctrl+Alt+ArrowDown',
    'Shift+Delete',
    'Backspace',
  ]) {
    it(`leaves ${stroke === ' ' ? 'Space' : stroke} to VS Code`, () => assert.equal(press(stroke), null));
  }
});
