import { setPressed, toggleButton } from '../../shared/controls.js';
import { el, fill, setLabel } from '../../shared/dom.js';
import { t } from '../../../src/core/texts/translate.js';

/** What the panel above the rows draws. */
export type ChartKind = 'histogram' | 'profile';

export interface ChartTabs {
  readonly element: HTMLElement;
  /** @param isNetwork whether positions are those in a network */
  readonly show: (kind: ChartKind, isNetwork: boolean) => void;
}

/** The switch between the two charts, in the head of each of them. */
export function chartTabs(of: ChartKind, onChart: (kind: ChartKind) => void): ChartTabs {
  const tab = (kind: ChartKind, label: string): ReturnType<typeof toggleButton> =>
    toggleButton({ id: `${of}-tab-${kind}`, label, onToggle: () => onChart(kind) });
  const histogram = tab('histogram', t`Spread`);
  const profile = tab('profile', t`Along the File`);
  return {
    element: el('span', { class: 'segmented', role: 'group', 'aria-label': t`Chart` }, histogram, profile),
    show: (kind, isNetwork) => {
      setPressed(histogram, kind === 'histogram');
      setPressed(profile, kind === 'profile');
      const label = isNetwork ? t`Along the Network` : t`Along the File`;
      fill(profile, label);
      setLabel(profile, label);
    },
  };
}
