import type { Fate } from '../../../src/core/build/fates.js';
import { FATES } from '../../../src/core/build/fateNames.js';
import type { LayerKind } from '../../../src/core/build/kindNames.js';
import type { BuildActionMessage } from '../../../src/protocol/build.js';
import { counted, grouped } from '../../../src/core/render/counts.js';
import { button } from '../../shared/controls.js';
import { el, fill } from '../../shared/dom.js';
import { factList } from '../../shared/facts.js';
import { countButton } from '../../shared/filter/countButton.js';
import { icon } from '../../shared/icons.js';
import { CHANGED_HINT, FATE_HINTS, KIND_HINTS, type BuildModel } from '../model.js';
import type { Shown } from '../viewState.js';

/** The words of each count (of one, of more), in the order of the strip. */
const KIND_WORDS: readonly (readonly [LayerKind, string, string])[] = [
  ['weighted', 'with weights', 'with weights'],
  ['int8', 'in INT8', 'in INT8'],
  ['all-int8', 'INT8 at all ends', 'INT8 at all ends'],
  ['float-in', 'INT8 with float in', 'INT8 with float in'],
  ['float-out', 'INT8 with float out', 'INT8 with float out'],
  ['float-weights', 'float from INT8', 'float from INT8'],
  ['island', 'float island', 'float islands'],
  ['qdq', 'Q/DQ that stayed', 'Q/DQ that stayed'],
  ['reformat', 'conversion', 'conversions'],
  ['dla', 'on the DLA', 'on the DLA'],
  ['left-int8', 'left INT8', 'left INT8'],
  ['came-to-int8', 'came to INT8', 'came to INT8'],
];
/** These tell most when they are 0. */
const ALWAYS: readonly LayerKind[] = ['int8', 'island'];

export interface SummaryEvents {
  /** A count was clicked: its rows are to be shown. */
  readonly onCount: (shown: Shown, value: string) => void;
  readonly onAction: (action: BuildActionMessage['action']) => void;
}

/** The head: of which files, what was built, and in numbers what became of layers and entries. */
export class Summary {
  readonly element = el('header', { id: 'strip', class: 'strip' });
  readonly #events: SummaryEvents;

  constructor(events: SummaryEvents) {
    this.#events = events;
  }

  update(model: BuildModel): void {
    const { message } = model;
    const { facts, notes, against } = message;
    fill(
      this.element,
      el('h1', {}, 'What the build did'),
      this.#files(model),
      factList(facts.map(({ label, value }) => ({ id: label.toLowerCase(), label, value }))),
      message.layers.length > 0 && this.#line('layers', 'Layers', this.#layerCounts(model)),
      message.entries && this.#line('entries', 'Entries', this.#entryCounts(model)),
      ...(against
        ? [
            nameList('gone', 'of the other build are gone', against.gone),
            nameList('added', 'are new here', against.added),
          ]
        : []),
      el('ul', { id: 'notes', class: 'finding-lines', 'aria-label': 'What this means' }, ...notes.map(noteLine)),
    );
  }

  #files({ message: { sourceFile, tableFile, against } }: BuildModel): HTMLElement {
    const act = (id: string, label: string, action: BuildActionMessage['action']): HTMLElement =>
      button({ id, label, look: 'secondary', onClick: () => this.#events.onAction(action) });
    return el(
      'p',
      { id: 'files', class: 'files' },
      el('b', {}, sourceFile),
      tableFile !== null && el('span', { class: 'muted' }, ' with the table '),
      tableFile !== null && el('b', {}, tableFile),
      against && el('span', { class: 'muted' }, ' against '),
      against && el('b', {}, against.file),
      ' ',
      act('choose-table', tableFile === null ? 'With a Table…' : 'Another Table…', 'chooseTable'),
      act('choose-build', against === null ? 'Against Another Build…' : 'Another Build…', 'chooseBuild'),
      against && act('forget-build', 'Alone', 'forgetBuild'),
    );
  }

  #line(id: string, label: string, counts: (HTMLElement | null)[]): HTMLElement {
    const parts = counts.filter((count) => count !== null).flatMap((count, at) => (at > 0 ? [' · ', count] : [count]));
    return el('p', { id: `counts-${id}`, class: 'summary' }, el('span', { class: 'muted' }, `${label}: `), ...parts);
  }

  #layerCounts({ message, kindCounts }: BuildModel): (HTMLElement | null)[] {
    return [
      this.#count('layers', 'all', 'Show all', `${grouped(message.layers.length)} in all`),
      ...KIND_WORDS.map(([kind, one, more]) =>
        kindCounts[kind] > 0 || ALWAYS.includes(kind)
          ? this.#count('layers', kind, KIND_HINTS[kind], counted(kindCounts[kind], one, more))
          : null,
      ),
    ];
  }

  #entryCounts({ message, fateCounts }: BuildModel): (HTMLElement | null)[] {
    return [
      this.#count('entries', 'all', 'Show all', `${grouped(message.entries?.names.length ?? 0)} in all`),
      ...FATES.map((fate: Fate) =>
        fateCounts[fate] > 0
          ? this.#count('entries', fate, FATE_HINTS[fate], `${grouped(fateCounts[fate])} ${fate}`)
          : null,
      ),
      message.against?.fates
        ? this.#count(
            'entries',
            'changed',
            CHANGED_HINT,
            `${grouped(message.against.fates.filter((fate) => fate !== null).length)} with another fate before`,
          )
        : null,
    ];
  }

  #count(shown: Shown, value: string, title: string, text: string): HTMLElement {
    return countButton({ key: 'is', value }, title, () => this.#events.onCount(shown, value), text);
  }
}

/** Layers that only one of two builds has; a click on their count lists them. */
function nameList(id: string, words: string, names: readonly string[]): HTMLElement | null {
  if (names.length === 0) return null;
  return el(
    'details',
    { id: `list-${id}`, class: 'name-list' },
    el(
      'summary',
      {},
      `${counted(names.length, 'layer', 'layers')} ${words} (fused in another way, or of another network)`,
    ),
    el('ul', {}, ...names.map((name) => el('li', {}, name))),
  );
}

function noteLine(note: string): HTMLElement {
  const isBad = /refused|never|No scale|placeholders|doesn't have|0 everywhere/.test(note);
  return el('li', { class: 'finding-line' }, icon(isBad ? 'warning' : 'info'), el('span', {}, note));
}
