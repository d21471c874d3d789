import type { Finding, Severity } from '../../../src/core/findings/finding.js';
import { el } from '../../shared/dom.js';
import { countButton } from '../../shared/filter/countButton.js';
import { icon } from '../../shared/icons.js';
import { counted, grouped } from '../../../src/core/render/counts.js';
import { countBySeverity, SEVERITIES } from '../model.js';
import { t } from '../../../src/core/texts/translate.js';
import { word } from '../../../src/core/texts/words.js';

/**
 * How many findings of each severity there are, as icons with numbers.
 * @param onCount what a click on one of them asks for; without it they can't be clicked
 */
export function severityCounts(
  findings: readonly Finding[],
  onCount?: (key: string, value: Severity) => void,
): HTMLElement {
  const byType = countBySeverity(findings);
  const present = SEVERITIES.filter((severity) => byType[severity] > 0);
  if (present.length === 0) return el('span', {}, t`none`);
  return el(
    'span',
    { class: 'severity-counts' },
    ...present.map((severity) => {
      const title = counted(byType[severity], word(severity), word(`${severity}s`));
      const shown = [
        icon(severity),
        el('span', { class: 'visually-hidden' }, word(severity)),
        grouped(byType[severity]),
      ];
      return onCount
        ? countButton(
            { key: 'finding', value: severity },
            t`${title}: show them`,
            () => onCount('finding', severity),
            ...shown,
          )
        : el('span', { class: 'severity-count', title }, ...shown);
    }),
  );
}
