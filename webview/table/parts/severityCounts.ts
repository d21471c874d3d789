import type { Finding } from '../../../src/core/findings/finding.js';
import { el } from '../../shared/dom.js';
import { icon } from '../../shared/icons.js';
import { counted, grouped } from '../../../src/core/render/counts.js';
import { countBySeverity, SEVERITIES } from '../model.js';

/** How many findings of each severity there are, as icons with numbers. */
export function severityCounts(findings: readonly Finding[]): HTMLElement {
  const byType = countBySeverity(findings);
  const present = SEVERITIES.filter((severity) => byType[severity] > 0);
  if (present.length === 0) return el('span', {}, 'none');
  return el(
    'span',
    { class: 'severity-counts' },
    ...present.map((severity) =>
      el(
        'span',
        { class: 'severity-count', title: counted(byType[severity], severity, `${severity}s`) },
        icon(severity),
        el('span', { class: 'visually-hidden' }, severity),
        grouped(byType[severity]),
      ),
    ),
  );
}
