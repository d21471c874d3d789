import { el } from '../../shared/dom.js';
import { findingsAt } from '../model.js';
import { findingLine } from '../parts/findingLine.js';
import type { Section } from './section.js';
import { t } from '../../../src/core/texts/translate.js';

/** What was found about the entry, in full sentences. */
export const findingsSection: Section = {
  id: 'findings',
  title: t`Findings`,
  draw: (model, entry) => {
    const findings = findingsAt(model, entry);
    return findings.length > 0
      ? [el('ul', { class: 'finding-lines' }, ...findings.map((finding) => findingLine(finding)))]
      : null;
  },
};
