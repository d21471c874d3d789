import type { Grid } from '../../render/grid.js';
import type { Ranking } from '../ranking.js';
import { rounded } from './decibelText.js';

/** Tensors, worst first, with what is known of each. */
export function rankGrid({ tensors }: Pick<Ranking, 'tensors'>): Grid {
  return {
    columns: [
      { title: 'tensor', align: 'left', flexible: true },
      { title: 'outputs dB', align: 'right' },
      { title: 'itself dB', align: 'right' },
      { title: 'clipped', align: 'right' },
      { title: '± range', align: 'right' },
      { title: 'largest |x|', align: 'right' },
      { title: 'layers', align: 'left', flexible: true },
    ],
    rows: tensors.map(({ name, aloneDb, localDb, clippedShare, range, amax, nodes }) => [
      name,
      rounded(aloneDb),
      rounded(localDb),
      clippedShare,
      range,
      amax,
      nodes.join(' '),
    ]),
  };
}
