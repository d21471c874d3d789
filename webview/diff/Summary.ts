import type { TableHeader } from '../../src/core/header.js';
import type { DiffMessage } from '../../src/protocol.js';
import { el, fill } from '../shared/dom.js';
import { factList, type Fact } from '../shared/facts.js';
import { grouped, plainNumber } from '../shared/numbers.js';
import { statementList } from '../shared/statements.js';

/** The strip above a comparison: the two files, how much changed, and whether one can stand in for the other. */
export class Summary {
  readonly element = el('header', { id: 'strip', class: 'strip' });

  update(message: DiffMessage): void {
    const wasOpen = this.element.querySelector('details')?.open ?? false;
    const statements = statementList('Reuse', message.verdict.statements);
    if (statements instanceof HTMLDetailsElement) statements.open = wasOpen;
    fill(this.element, el('h1', { class: 'visually-hidden' }, 'Comparison of calibration tables'), factList([...files(message), ...changes(message)]), statements);
  }
}

function files({ oldFile, newFile, oldHeader, newHeader }: DiffMessage): Fact[] {
  return [
    { id: 'old', label: `Old${origin(oldHeader)}`, value: el('b', {}, oldFile), title: oldHeader.raw ?? '' },
    { id: 'new', label: `New${origin(newHeader)}`, value: el('b', {}, newFile), title: newHeader.raw ?? '' },
  ];
}

function origin({ trtVersion, algorithm }: TableHeader): string {
  const parts = [trtVersion && `TensorRT ${trtVersion}`, algorithm].filter(Boolean);
  return parts.length === 0 ? '' : ` · ${parts.join(' · ')}`;
}

function changes({ summary }: DiffMessage): Fact[] {
  const { same, changed, removed, added, renamed, renumbered, grew, shrank, medianChange, largestChange } = summary;
  const counts = { changed, same, removed, added, ...(renamed ? { renamed } : {}), ...(renumbered ? { renumbered } : {}), grew, shrank };
  const sizes = { median: medianChange, largest: largestChange };
  return [
    ...Object.entries(counts).map(([id, count]) => ({ id, label: capital(id), value: grouped(count), title: TITLES[id] ?? '' })),
    ...Object.entries(sizes).flatMap(([id, size]) => (size === null ? [] : [{ id, label: `${capital(id)} |log₂|`, value: plainNumber(size), title: 'Size of the change in bits of resolution' }])),
  ];
}

const TITLES: Readonly<Record<string, string>> = {
  grew: 'Changed entries whose range grew: they lose resolution',
  shrank: 'Changed entries whose range shrank: larger values are clipped',
};

function capital(word: string): string {
  return word.replace(/^./, (first) => first.toUpperCase());
}
