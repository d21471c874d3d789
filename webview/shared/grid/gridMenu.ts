import { setContext } from '../dom.js';

/** What VS Code's context menu over a grid is about. */
export class GridMenu {
  /** The column whose header was clicked for it; null for a cell. */
  column: string | null = null;

  /**
   * Tells VS Code, which reads it after this, what was clicked.
   * @param context what menus of this view depend on, too
   */
  constructor(
    grid: HTMLElement,
    context: Readonly<Record<string, boolean>>,
    state: { readonly isHeaderActive: boolean; readonly isEditable: boolean },
  ) {
    grid.addEventListener('contextmenu', ({ target }) => {
      const header = target instanceof Element ? target.closest<HTMLElement>('[role=columnheader]') : null;
      this.column = header?.dataset['column'] ?? null;
      const calibrationGrid = header !== null || state.isHeaderActive ? 'header' : 'cell';
      setContext(grid, { ...context, calibrationGrid, calibrationEdits: state.isEditable });
    });
  }
}
