import { el } from '../../shared/dom.js';
import { pairs } from './facts.js';
import type { Section } from './section.js';
import { t } from '../../../src/core/texts/translate.js';

/** What the file says about where its numbers come from. */
export const originSection: Section = {
  id: 'origin',
  title: t`Where it comes from`,
  draw: ({ message: { format, header, network } }) => [
    pairs(
      [t`Format`, format.label],
      format.hasHeader ? ['TensorRT', header.trtVersion ?? t`not told`] : null,
      format.hasHeader ? [t`Algorithm`, header.algorithm ?? t`not told`] : null,
      header.raw === null ? null : [t`Header`, el('span', { class: 'mono' }, header.raw)],
      network === null ? null : [t`Network`, network],
    ),
  ],
};
