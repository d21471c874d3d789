export interface PointerEvents {
  readonly onCell: (row: number, column: number, extend: boolean) => void;
  /** Ctrl+click: one row more or fewer. */
  readonly onToggle: (row: number, column: number) => void;
  readonly onDoubleClick: () => void;
  readonly isSelected: (row: number) => boolean;
}

/** Clicks (with Shift and Ctrl too) and drags over the rows of a grid. */
export function watchPointer(grid: HTMLElement, { onCell, onToggle, onDoubleClick, isSelected }: PointerEvents): void {
  let dragging = false;
  addEventListener('mouseup', () => {
    dragging = false;
  });
  grid.addEventListener('mousedown', (event) => {
    const hit = cellAt(event.target);
    // Keeps the browser from selecting text, and from scrolling the whole grid into view.
    event.preventDefault();
    const isMenu = event.button !== 0;
    const isToggle = (event.ctrlKey || event.metaKey) && !event.shiftKey && !isMenu;
    dragging = hit !== null && !isMenu && !isToggle;
    if (hit && isToggle) onToggle(hit.row, hit.column);
    else if (hit && !(isMenu && isSelected(hit.row))) onCell(hit.row, hit.column, event.shiftKey && !isMenu);
    grid.focus({ preventScroll: true });
  });
  grid.addEventListener('mouseover', (event) => {
    const hit = dragging && event.buttons === 1 ? cellAt(event.target) : null;
    if (hit) onCell(hit.row, hit.column, true);
  });
  grid.addEventListener('dblclick', (event) => {
    if (cellAt(event.target)) onDoubleClick();
  });
}

function cellAt(target: EventTarget | null): { row: number; column: number } | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[role=gridcell]') : null;
  const row = cell?.parentElement?.dataset['row'];
  if (!cell || row === undefined) return null;
  return { row: Number(row), column: Number(cell.getAttribute('aria-colindex')) - 1 };
}
