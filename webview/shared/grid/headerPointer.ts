export interface HeaderEvents {
  readonly onSort: (column: string) => void;
  /** While an edge is dragged, and with `done` when it is let go. */
  readonly onResize: (column: string, pixels: number, done: boolean) => void;
  /** An edge was clicked twice. */
  readonly onFit: (column: string) => void;
  readonly onMove: (column: string, beside: string, place: 'before' | 'after') => void;
}

/** Narrower can no column be made. */
export const LEAST_WIDTH = 36;
/** A hand is not quite still while it clicks. */
const STILL = 5;

interface Drop {
  readonly cell: HTMLElement;
  readonly place: 'before' | 'after';
}

/** Clicks on headers sort, their edges are dragged (or clicked twice) for another width, they themselves to another place. */
export function watchHeader(head: HTMLElement, { onSort, onResize, onFit, onMove }: HeaderEvents): void {
  let wasDragged = false;
  head.addEventListener('mousedown', (event) => {
    const cell = headerAt(event.target);
    wasDragged = false;
    if (!cell || event.button !== 0) return;
    if (isEdge(event.target)) resize(cell, event);
    else if (!cell.classList.contains('frozen')) drag(cell, event);
  });
  head.addEventListener('click', (event) => {
    const cell = headerAt(event.target);
    if (cell && !wasDragged && !isEdge(event.target)) onSort(idOf(cell));
  });
  head.addEventListener('dblclick', (event) => {
    const cell = headerAt(event.target);
    if (cell && isEdge(event.target)) onFit(idOf(cell));
  });

  function resize(cell: HTMLElement, { clientX: from }: MouseEvent): void {
    const { offsetWidth: before } = cell;
    const id = idOf(cell);
    const width = (x: number): number => Math.max(LEAST_WIDTH, before + x - from);
    untilUp(
      ({ clientX }) => {
        if (Math.abs(clientX - from) > 1) wasDragged = true;
        if (wasDragged) onResize(id, width(clientX), false);
      },
      ({ clientX }) => {
        if (wasDragged) onResize(id, width(clientX), true);
      },
    );
  }

  function drag(cell: HTMLElement, { clientX: from }: MouseEvent): void {
    let drop: Drop | null = null;
    untilUp(
      ({ clientX, clientY }) => {
        if (Math.abs(clientX - from) > STILL) wasDragged = true;
        mark(drop, false);
        drop = wasDragged ? dropAt(head, cell, clientX, clientY) : null;
        mark(drop, true);
      },
      () => {
        mark(drop, false);
        if (drop) onMove(idOf(cell), idOf(drop.cell), drop.place);
      },
    );
  }
}

/** Where a header would go: beside which other, never before the frozen one. */
function dropAt(head: HTMLElement, dragged: HTMLElement, x: number, y: number): Drop | null {
  const cell = headerAt(document.elementFromPoint(x, y));
  if (!cell || cell === dragged || !head.contains(cell)) return null;
  const { left, width } = cell.getBoundingClientRect();
  const place = x < left + width / 2 && !cell.classList.contains('frozen') ? 'before' : 'after';
  return { cell, place };
}

function mark(drop: Drop | null, on: boolean): void {
  drop?.cell.classList.toggle(`drop-${drop.place}`, on);
}

/** Follows the mouse until its button is let go, wherever that is. */
function untilUp(onMove: (event: MouseEvent) => void, onUp: (event: MouseEvent) => void): void {
  const up = (event: MouseEvent): void => {
    removeEventListener('mousemove', onMove);
    removeEventListener('mouseup', up);
    onUp(event);
  };
  addEventListener('mousemove', onMove);
  addEventListener('mouseup', up);
}

function headerAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[role=columnheader]') : null;
}

function isEdge(target: EventTarget | null): boolean {
  return target instanceof Element && target.classList.contains('grid-edge');
}

function idOf(cell: HTMLElement): string {
  return cell.dataset['column'] ?? '';
}
