/** What a key means in a grid. What is not named here is left to VS Code: undo, redo, save, close … */
import type { Motion } from './selection.js';

/** What is selected beside the active cell: all rows, or the rows or columns that it is in, whole. */
export type SelectionKey = 'all' | 'rows' | 'columns';

/** What a view leaves to the host, which has the file. */
const HOST_ACTIONS = ['copyLines', 'copyAs', 'showInText', 'compareEntry', 'mark'] as const;
export interface HostAction {
  readonly kind: (typeof HOST_ACTIONS)[number];
}

/** What a view does with what is selected. */
export type GridAction =
  /** Start editing; with the typed character in place of the text. */
  | { readonly kind: 'edit'; readonly typed?: string }
  | { readonly kind: 'delete' | 'insert' | 'copy' | 'cut' | 'fillDown' | 'replace' }
  | { readonly kind: 'duplicate' | 'moveUp' | 'moveDown' | 'revert' }
  /** By menu alone. */
  | { readonly kind: 'setByMethod' }
  | HostAction
  | { readonly kind: 'paste'; readonly text: string };

/** A key that only selects. */
export type SelectingKey =
  | { readonly kind: 'move'; readonly motion: Motion; readonly extend: boolean }
  | { readonly kind: 'select'; readonly what: SelectionKey }
  | { readonly kind: 'drop' };

/** The active column becomes wider (1) or narrower (-1) by a step. */
export interface WidthKey {
  readonly kind: 'width';
  readonly by: 1 | -1;
}

export type GridKey = SelectingKey | WidthKey | GridAction;

export function isSelecting(key: GridKey): key is SelectingKey {
  return key.kind === 'move' || key.kind === 'select' || key.kind === 'drop';
}

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
  Escape: { kind: 'drop' },
  Enter: { kind: 'edit' },
  F2: { kind: 'edit' },
  Delete: { kind: 'delete' },
  Insert: { kind: 'insert' },
};

const ACTIONS_WITH_CONTROL: Readonly<Record<string, GridKey>> = {
  a: { kind: 'select', what: 'all' },
  ' ': { kind: 'select', what: 'columns' },
  c: { kind: 'copy' },
  x: { kind: 'cut' },
  d: { kind: 'fillDown' },
  h: { kind: 'replace' },
  // Keyboards without a Delete key, as VS Code's own lists have it.
  backspace: { kind: 'delete' },
};

/** As lines of text in VS Code. */
const WITH_ALT: Readonly<Record<string, GridKey>> = {
  ArrowUp: { kind: 'moveUp' },
  ArrowDown: { kind: 'moveDown' },
  'Shift+ArrowDown': { kind: 'duplicate' },
  // A text's selection grows and shrinks by these.
  'Shift+ArrowRight': { kind: 'width', by: 1 },
  'Shift+ArrowLeft': { kind: 'width', by: -1 },
};

export function gridKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyStroke): GridKey | null {
  if (altKey) return ctrlKey || metaKey ? null : (WITH_ALT[`${shiftKey ? 'Shift+' : ''}${key}`] ?? null);
  if (ctrlKey || metaKey) return withControl(key, shiftKey);
  const motion = MOTIONS[key];
  if (motion) return { kind: 'move', motion, extend: shiftKey };
  const action = ACTIONS[key];
  if (action) return shiftKey ? null : action;
  if (key === ' ') return shiftKey ? { kind: 'select', what: 'rows' } : null;
  return key.length === 1 ? { kind: 'edit', typed: key } : null;
}

function withControl(key: string, shiftKey: boolean): GridKey | null {
  const motion = WITH_CONTROL[key];
  if (motion) return { kind: 'move', motion, extend: shiftKey };
  return shiftKey ? null : (ACTIONS_WITH_CONTROL[key.toLowerCase()] ?? null);
}

export function isForHost(action: GridAction): action is HostAction {
  return HOST_ACTIONS.some((kind) => kind === action.kind);
}
