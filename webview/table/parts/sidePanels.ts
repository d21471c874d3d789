import type { HistoryMessage } from '../../../src/protocol/table.js';
import { el } from '../../shared/dom.js';
import { GroupsPanel } from '../groups/groupsPanel.js';
import { Inspector } from '../inspector/inspector.js';
import { allSections, type SectionEvents } from '../inspector/sections.js';
import { OriginSection } from '../inspector/originSection.js';
import type { TableModel } from '../model.js';
import type { ViewState } from '../viewState.js';
import { Details } from './details.js';

export interface SidePanelsEvents extends SectionEvents {
  /** Who changed an entry last? */
  readonly onHistory: (entry: number) => void;
  readonly state: () => ViewState;
  readonly onChange: (part: Partial<ViewState>) => void;
  /** Something is to be remembered that changes nothing else. */
  readonly onRemember: (part: Partial<ViewState>) => void;
  /** A count was clicked: its entries are to be shown, or all again. */
  readonly onCount: (key: string, value: string) => void;
  /** A panel was closed: the rows take over. */
  readonly onClosed: () => void;
}

/** A page that is narrower has room beside its rows for one panel. */
const ROOM_FOR_BOTH = 1200;

/** What stands beside the rows, or below them: groups, the inspector, and in place of it a line about the selected entry. */
export class SidePanels {
  readonly #groups: GroupsPanel;
  readonly #inspector: Inspector;
  readonly #details = new Details(() => this.#open('inspector', true));
  readonly #events: SidePanelsEvents;
  readonly #origin: OriginSection;
  /** The rows with what stands beside them. */
  readonly body: HTMLElement;
  readonly details = this.#details.element;
  /** What may take height from the charts. */
  readonly elements: readonly HTMLElement[];

  constructor(rows: HTMLElement, state: ViewState, events: SidePanelsEvents) {
    this.#events = events;
    this.#groups = new GroupsPanel(state.groups, {
      onClose: () => this.#open('groups', false),
      onUnfolded: (unfolded) => events.onRemember({ groups: { ...events.state().groups, unfolded } }),
      onGroup: (prefix) => events.onCount('group', prefix),
    });
    this.#origin = new OriginSection(events.onHistory);
    this.#inspector = new Inspector(allSections(events, this.#origin), state.inspector, {
      onClose: () => this.#open('inspector', false),
      onFolded: (folded) => events.onRemember({ inspector: { ...events.state().inspector, folded } }),
    });
    this.elements = [this.#groups.element, this.#inspector.element];
    this.body = el('div', { class: 'table-body' }, this.#groups.element, rows, this.#inspector.element);
  }

  tellHistory(message: HistoryMessage): void {
    this.#origin.tell(message);
  }

  /** A change that the user asks for, with the other panel closed where there is no room for both. */
  fitting(part: Partial<ViewState>): Partial<ViewState> {
    const { groups, inspector } = this.#events.state();
    if (innerWidth >= ROOM_FOR_BOTH) return part;
    if (part.groups?.open) return { ...part, inspector: { ...inspector, open: false } };
    return part.inspector?.open ? { ...part, groups: { ...groups, open: false } } : part;
  }

  update(model: TableModel, { groups, inspector }: ViewState, active: number | null, selected: Uint32Array): void {
    this.#groups.update(model, groups.open);
    this.#details.update(model, inspector.open ? null : active);
    this.#inspector.update(model, active, selected, inspector.open);
  }

  #open(panel: 'groups' | 'inspector', open: boolean): void {
    const { groups, inspector } = this.#events.state();
    const part = panel === 'groups' ? { groups: { ...groups, open } } : { inspector: { ...inspector, open } };
    this.#events.onChange(this.fitting(part));
    this.#events.onClosed();
  }
}
