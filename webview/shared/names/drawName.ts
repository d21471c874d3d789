import { nameElement } from './nameElement.js';
import { tellApart } from './tellApart.js';

/** Draws the name at a place of a list: what it shares with those beside it stands back. */
export function drawNameAt(cell: HTMLElement, names: readonly (string | null | undefined)[], at: number): void {
  const name = names[at] ?? '';
  const cuts = tellApart(name, [names[at - 1] ?? undefined, names[at + 1] ?? undefined]);
  const runs = [
    { text: name.slice(0, cuts.shared), className: 'name-dim' },
    { text: name.slice(cuts.shared), className: null },
  ];
  cell.replaceChildren(nameElement(runs, cuts));
}
