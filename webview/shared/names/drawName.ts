import { nameElement } from './nameElement.js';
import { tellApart, type NameCuts } from './tellApart.js';

/** Draws the name at a place of a list: what it shares with those beside it stands back. */
export function drawNameAt(cell: HTMLElement, names: readonly (string | null | undefined)[], at: number): void {
  const name = names[at] ?? '';
  const cuts = cutsAt(names, at);
  const runs = [
    { text: name.slice(0, cuts.shared), className: 'name-dim' },
    { text: name.slice(cuts.shared), className: null },
  ];
  cell.replaceChildren(nameElement(runs, cuts));
}

/** Where a name may be cut by those beside it in a list. */
export function cutsAt(names: readonly (string | null | undefined)[], at: number): NameCuts {
  return tellApart(names[at] ?? '', [names[at - 1] ?? undefined, names[at + 1] ?? undefined]);
}
