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
import { t } from '../../../src/core/texts/translate.js';
import { word } from '../../../src/core/texts/words.js';

/** The words of each count (of one, of more), in the order of the strip. */
const KIND_WORDS: readonly (readonly [LayerKind, string, string])[] = [
  ['weighted', t`with weights`, t`with weights`],
  ['int8', t`in INT8`, t`in INT8`],
  ['all-int8', t`INT8 at all ends`, t`INT8 at all ends`],
  ['float-in', t`INT8 with float in`, t`INT8 with float in`],
  ['float-out', t`INT8 with float out`, t`INT8 with float out`],
  ['float-weights', t`float from INT8`, t`float from INT8`],
  ['island', t`float island`, t`float islands`],
  ['qdq', t`Q/DQ that stayed`, t`Q/DQ that stayed`],
  ['reformat', t`conversion`, t`conversions`],
  ['dla', t`on the DLA`, t`on the DLA`],
  ['left-int8', t`left INT8`, t`left INT8`],
  ['came-to-int8', t`came to INT8`, t`came to INT8`],
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
      el('h1', {}, t`What the build did`),
      this.#files(model),
      factList(facts.map(({ label, value }) => ({ id: label.toLowerCase(), label, value }))),
      message.layers.length > 0 && this.#line('layers', t`Layers`, this.#layerCounts(model)),
      message.entries && this.#line('entries', t`Entries`, this.#entryCounts(model)),
      ...(against
        ? [
            nameList('gone', t`of the other build are gone`, against.gone),
            nameList('added', t`are new here`, against.added),
          ]
        : []),
      el('ul', { id: 'notes', class: 'finding-lines', 'aria-label': t`What this means` }, ...notes.map(noteLine)),
    );
  }

  #files({ message: { sourceFile, tableFile, against } }: BuildModel): HTMLElement {
    const act = (id: string, label: string, action: BuildActionMessage['action']): HTMLElement =>
      button({ id, label, look: 'secondary', onClick: () => this.#events.onAction(action) });
    return el(
      'p',
      { id: 'files', class: 'files' },
      el('b', {}, sourceFile),
      tableFile !== null && el('span', { class: 'muted' }, t` with the table `),
      tableFile !== null && el('b', {}, tableFile),
      against && el('span', { class: 'muted' }, t` against `),
      against && el('b', {}, against.file),
      ' ',
      act('choose-table', tableFile === null ? t`With a Table…` : t`Another Table…`, 'chooseTable'),
      act('choose-build', against === null ? t`Against Another Build…` : t`Another Build…`, 'chooseBuild'),
      against && act('forget-build', t`Alone`, 'forgetBuild'),
    );
  }

  #line(id: string, label: string, counts: (HTMLElement | null)[]): HTMLElement {
    const parts = counts.filter((count) => count !== null).flatMap((count, at) => (at > 0 ? [' · ', count] : [count]));
    return el('p', { id: `counts-${id}`, class: 'summary' }, el('span', { class: 'muted' }, `${label}: `), ...parts);
  }

  #layerCounts({ message, kindCounts }: BuildModel): (HTMLElement | null)[] {
    return [
      this.#count('layers', 'all', t`Show all`, t`${grouped(message.layers.length)} in all`),
      ...KIND_WORDS.map(([kind, one, more]) =>
        kindCounts[kind] > 0 || ALWAYS.includes(kind)
          ? this.#count('layers', kind, KIND_HINTS[kind], counted(kindCounts[kind], one, more))
          : null,
      ),
    ];
  }

  #entryCounts({ message, fateCounts }: BuildModel): (HTMLElement | null)[] {
    return [
      this.#count('entries', 'all', t`Show all`, t`${grouped(message.entries?.names.length ?? 0)} in all`),
      ...FATES.map((fate: Fate) =>
        fateCounts[fate] > 0
          ? this.#count('entries', fate, FATE_HINTS[fate], `${grouped(fateCounts[fate])} ${word(fate)}`)
          : null,
      ),
      message.against?.fates
        ? this.#count(
            'entries',
            'changed',
            CHANGED_HINT,
            t`${grouped(message.against.fates.filter((fate) => fate !== null).length)} with another fate before`,
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
      t`${counted(names.length, t`layer`, t`layers`)} ${words} (fused in another way, or of another network)`,
    ),
    el('ul', {}, ...names.map((name) => el('li', {}, name))),
  );
}

function noteLine(note: string): HTMLElement {
  const isBad = /refused|never|No scale|placeholders|doesn't have|0 everywhere/.test(note);
  return el('li', { class: 'finding-line' }, icon(isBad ? 'warning' : 'info'), el('span', {}, note));
}
