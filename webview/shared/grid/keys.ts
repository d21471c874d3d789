/** What a key means in a grid. What is not named here is left to VS Code: undo, redo, save, close … */
import type { Motion } from './selection.js';

export type GridKey =
  | { readonly kind: 'move'; readonly motion: Motion; readonly extend: boolean }
  /** Start editing; with the typed character in place of the text. */
  | { readonly kind: 'edit'; readonly typed?: string }
  | { readonly kind: 'delete' | 'insert' | 'copy' | 'selectAll' };

export interface KeyStroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const MOTIONS: Readonly<Record<string, Motion>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
  Home: 'rowStart',
  End: 'rowEnd',
};

const WITH_CONTROL: Readonly<Record<string, Motion>> = {
  Home: 'first',
  End: 'last',
  ArrowUp: 'first',
  ArrowDown: 'last',
};

const ACTIONS: Readonly<Record<string, GridKey>> = {
  Enter: { kind: 'edit' },
  F2: { kind: 'edit' },
  Delete: { kind: 'delete' },
  Insert: { kind: 'insert' },
};

export function gridKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyStroke): GridKey | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return withControl(key, shiftKey);
  const motion = MOTIONS[key];
  if (motion) return { kind: 'move', motion, extend: shiftKey };
  const action = ACTIONS[key];
  if (action) return shiftKey ? null : action;
  return key.length === 1 && key !== ' ' ? { kind: 'edit', typed: key } : null;
}

function withControl(key: string, shiftKey: boolean): GridKey | null {
  const motion = WITH_CONTROL[key];
  if (motion) return { kind: 'move', motion, extend: shiftKey };
  if (shiftKey) return null;
  // Keyboards without a Delete key, as VS Code's own lists have it.
  if (key === 'Backspace') return { kind: 'delete' };
  if (key.toLowerCase() === 'c') return { kind: 'copy' };
  return key.toLowerCase() === 'a' ? { kind: 'selectAll' } : null;
}
