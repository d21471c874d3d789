import { el } from '../../shared/dom.js';
import { pairs } from './facts.js';
import type { Section } from './section.js';

/** What the file says about where its numbers come from. */
export const originSection: Section = {
  id: 'origin',
  title: 'Where it comes from',
  draw: ({ message: { format, header, network } }) => [
    pairs(
      ['Format', format.label],
      format.hasHeader ? ['TensorRT', header.trtVersion ?? 'not told'] : null,
      format.hasHeader ? ['Algorithm', header.algorithm ?? 'not told'] : null,
      header.raw === null ? null : ['Header', el('span', { class: 'mono' }, header.raw)],
      network === null ? null : ['Network', network],
    ),
  ],
};
