import { setPressed, toggleButton } from '../../shared/controls.js';
import { el, setTooltip, toggle } from '../../shared/dom.js';
import { MEASURE_KINDS, MEASURES, type Measure } from './measures.js';
import { t } from '../../../src/core/texts/translate.js';

export interface MeasureSwitch {
  readonly element: HTMLElement;
  /** @param measures what there is to draw; with one alone there is nothing to choose */
  readonly show: (measures: readonly Measure[], chosen: Measure) => void;
}

/** What the profile draws: ranges, or what is known of values. */
export function measureSwitch(onMeasure: (measure: Measure) => void): MeasureSwitch {
  const controls = MEASURES.map((measure) => {
    const { label, hint } = MEASURE_KINDS[measure];
    const control = toggleButton({ id: `measure-${measure}`, label, onToggle: () => onMeasure(measure) });
    setTooltip(control, hint);
    return [measure, control] as const;
  });
  const element = el(
    'span',
    { class: 'segmented', role: 'group', 'aria-label': t`What is drawn` },
    ...controls.map(([, control]) => control),
  );
  return {
    element,
    show: (measures, chosen) => {
      toggle(element, measures.length > 1);
      for (const [measure, control] of controls) {
        toggle(control, measures.includes(measure));
        setPressed(control, measure === chosen);
      }
    },
  };
}
