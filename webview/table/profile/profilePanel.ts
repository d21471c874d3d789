import type { ChartFile } from '../../../src/protocol/common.js';
import { grouped } from '../../../src/core/render/counts.js';
import { button } from '../../shared/controls.js';
import { el, fill, toggle } from '../../shared/dom.js';
import { countButton } from '../../shared/filter/countButton.js';
import { themeToken } from '../../shared/theme.js';
import { nameAt, typeAt, unitOf, type TableModel } from '../model.js';
import { notDrawn } from '../parts/bins.js';
import { chartTabs, type ChartKind } from '../parts/chartTabs.js';
import type { ViewState } from '../viewState.js';
import { chartFile } from './exports.js';
import { MEASURE_KINDS, measuresOf, type Measure } from './measures.js';
import { measureSwitch } from './measureSwitch.js';
import { describeProfile, type Profile } from './profile.js';
import type { Stretch } from '../viewState.js';
import { ProfileCanvas } from './profileCanvas.js';
import { profileKey } from './profileKeys.js';
import { profileLook } from './profileLook.js';
import { profileScene, type Sight } from './profileScene.js';
import { knownProfile } from './knownProfile.js';
import { profileTable } from './profileTable.js';
import { t } from '../../../src/core/texts/translate.js';

export interface ProfileEvents {
  readonly onChart: (kind: ChartKind) => void;
  readonly onMeasure: (measure: Measure) => void;
  /** Only these positions are to be shown; null: all again. */
  readonly onStretch: (stretch: Stretch | null) => void;
  readonly onEntry: (entry: number) => void;
  /** A count was clicked: its entries are to be shown, or all again. */
  readonly onCount: (key: string, value: string) => void;
  readonly onSave: (file: ChartFile) => void;
}

/** What the panel shows besides the table. */
export interface Shown {
  readonly state: Pick<ViewState, 'histogram' | 'chart' | 'measure' | 'stretch'>;
  readonly active: number | null;
  readonly rows: Uint32Array;
}

/** Stands where otherwise the entry is told. */
const HINT = t`A click selects, a drag filters, the wheel zooms; arrow keys walk, with Shift they filter`;

/** The ranges along the network, or along the file: linked with the rows both ways. */
export class ProfilePanel {
  readonly #canvas: ProfileCanvas;
  readonly #tabs;
  readonly #measures = measureSwitch((measure) => this.#events.onMeasure(measure));
  readonly #legend = el('span', { class: 'legend' });
  readonly #readout = el('span', { id: 'profile-readout', class: 'muted panel-note' });
  readonly #wholeButton;
  readonly #table = el('div', { class: 'visually-hidden' });
  readonly element: HTMLElement;
  #model: TableModel | null = null;
  #profile: Profile | null = null;
  #shown: Shown | null = null;
  /** Whether the rows show each entry; made anew when they change. */
  #visibleEntries: { readonly rows: Uint32Array; readonly flags: Uint8Array } | null = null;
  #zoom: Stretch | null = null;
  /** Where the keyboard is. */
  #at = 0;
  readonly #events: ProfileEvents;

  constructor(events: ProfileEvents) {
    this.#events = events;
    this.#tabs = chartTabs('profile', events.onChart);
    this.#canvas = new ProfileCanvas({
      visible: () => this.#visible,
      count: () => this.#count,
      onHover: (position) => this.#say(position ?? this.#selected),
      onPick: (position) => this.#go(position),
      onBrush: events.onStretch,
      onZoom: (zoom) => this.#zoomTo(zoom),
      onResize: () => this.#draw(),
    });
    this.#canvas.element.addEventListener('keydown', (event) => this.#onKey(event));
    this.#wholeButton = button({ id: 'profile-whole', label: t`Whole`, onClick: () => this.#zoomTo(null) });
    const save = (['svg', 'png', 'csv'] as const).map((extension) =>
      button({ id: `save-${extension}`, label: extension.toUpperCase(), onClick: () => void this.#save(extension) }),
    );
    this.element = el(
      'section',
      { id: 'profile', class: 'panel', 'aria-label': t`Profile` },
      el(
        'div',
        { class: 'panel-head' },
        this.#tabs.element,
        this.#measures.element,
        this.#legend,
        this.#readout,
        el('span', { class: 'spacer' }),
        this.#wholeButton,
        el('span', { class: 'segmented', role: 'group', 'aria-label': t`Save as` }, ...save),
      ),
      el('div', { class: 'chart' }, this.#canvas.element),
      this.#table,
    );
  }

  update(model: TableModel, shown: Shown): void {
    const isOpen = shown.state.histogram.open && shown.state.chart === 'profile';
    toggle(this.element, isOpen);
    if (!isOpen) return;
    if (this.#model !== model || this.#shown?.state.measure !== shown.state.measure)
      this.#take(model, shown.state.measure);
    this.#shown = shown;
    if (this.#visibleEntries?.rows !== shown.rows) {
      const flags = new Uint8Array(model.table.names.length);
      for (const entry of shown.rows) flags[entry] = 1;
      this.#visibleEntries = { rows: shown.rows, flags };
    }
    this.#at = this.#selected ?? Math.min(this.#at, Math.max(0, this.#count - 1));
    this.#draw();
    this.#say(this.#selected);
  }

  restyle(): void {
    if (this.#model) this.#take(this.#model, this.#shown?.state.measure ?? 'range');
    this.#draw();
  }

  get #count(): number {
    return this.#profile?.entries.length ?? 0;
  }

  get #visible(): Stretch {
    return this.#zoom ?? { from: 0, to: Math.max(0, this.#count - 1) };
  }

  get #selected(): number | null {
    const { active } = this.#shown ?? { active: null };
    const position = active === null ? -1 : (this.#profile?.positionOf[active] ?? -1);
    return position < 0 ? null : position;
  }

  #take(model: TableModel, wanted: Measure): void {
    const measures = measuresOf(model);
    const measure = measures.includes(wanted) ? wanted : 'range';
    const profile = knownProfile(model, measure);
    this.#measures.show(measures, measure);
    if (this.#zoom && this.#zoom.to >= profile.entries.length) this.#zoom = null;
    this.#model = model;
    this.#profile = profile;
    this.#tabs.show('profile', profile.isNetwork);
    const look = profileLook();
    fill(
      this.#legend,
      ...profile.types.map((type, at) => {
        const key = { key: 'type', value: type };
        const dot = el('span', { class: 'legend-dot', 'aria-hidden': 'true' });
        dot.style.background = look.types[at] ?? look.other;
        return countButton(key, t`Show only these`, () => this.#events.onCount('type', type), dot, type);
      }),
      // The filter box knows those of ranges.
      measure === 'range' &&
        profile.outliers.size > 0 &&
        this.#flagCount('outlier', t`${grouped(profile.outliers.size)} standing out`),
      ...notDrawn(model.summary).map(({ flag, label, count }) => this.#flagCount(flag, `${grouped(count)} ${label}`)),
    );
    fill(this.#table, profileTable(model, profile));
  }

  #flagCount(flag: string, text: string): HTMLElement {
    return countButton({ key: 'is', value: flag }, t`Show only these`, () => this.#events.onCount('is', flag), text);
  }

  #sight(): Sight {
    const { entries } = this.#profile ?? { entries: new Uint32Array() };
    const flags = this.#visibleEntries?.flags;
    return {
      visible: this.#visible,
      brush: this.#shown?.state.stretch ?? null,
      selected: this.#selected,
      isShown: (position) => flags?.[entries[position] ?? -1] === 1,
    };
  }

  #draw(): void {
    toggle(this.#wholeButton, this.#zoom !== null);
    const { size } = this.#canvas;
    if (!this.#profile || size.width === 0 || size.height === 0) return;
    this.#canvas.draw(profileScene(this.#profile, this.#sight(), size, profileLook()));
  }

  #zoomTo(zoom: Stretch | null): void {
    this.#zoom = zoom;
    this.#draw();
  }

  #go(position: number): void {
    this.#at = position;
    const entry = this.#profile?.entries[position];
    if (entry !== undefined) this.#events.onEntry(entry);
    this.#say(position);
  }

  #onKey(event: KeyboardEvent): void {
    const brush = this.#shown?.state.stretch ?? null;
    const result = profileKey(event, { at: this.#at, count: this.#count, visible: this.#visible, brush });
    if (!result) return;
    event.preventDefault();
    event.stopPropagation();
    if (result.zoom !== undefined) this.#zoomTo(result.zoom);
    if (result.brush !== undefined) this.#events.onStretch(result.brush);
    if (result.at !== undefined) this.#go(result.at);
  }

  /** Tells the entry at a position, to the eye and to a screen reader. */
  #say(position: number | null): void {
    const [model, profile] = [this.#model, this.#profile];
    if (!model || !profile) return;
    const text = position === null ? '' : this.#told(model, profile, position);
    this.#readout.textContent = text || HINT;
    this.#canvas.describe(describeProfile(profile, unitOf(model)), position ?? this.#at, text || t`no entry`);
  }

  #told(model: TableModel, { entries, outliers, measure }: Profile, position: number): string {
    const entry = entries[position] ?? 0;
    const type = typeAt(model, entry);
    const { valueAt, text } = MEASURE_KINDS[measure];
    const value = valueAt(model, entry);
    const told = Number.isNaN(value) ? t`not known` : text(value);
    return `${nameAt(model, entry)}${type && ` (${type})`}: ${told}${outliers.has(position) ? t`, stands out` : ''}`;
  }

  async #save(extension: ChartFile['extension']): Promise<void> {
    const [model, profile] = [this.#model, this.#profile];
    if (!model || !profile) return;
    const scene = profileScene(profile, this.#sight(), this.#canvas.size, profileLook());
    const title = describeProfile(profile, unitOf(model));
    const background = themeToken('editor-background');
    this.#events.onSave(await chartFile(extension, { scene, background, title, model, profile }));
  }
}
