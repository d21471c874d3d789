/** A comparison of dumps as the command line gives it. */
import type { Grid } from '../../render/grid.js';
import { textTable } from '../../render/text.js';
import type { DumpComparison } from '../../tensors/compareDumps.js';
import { rounded } from './decibelText.js';

export function outputsGrid({ tensors, epsilon }: DumpComparison): Grid {
  return {
    columns: [
      { title: 'tensor', align: 'left', flexible: true },
      { title: 'shape', align: 'left' },
      { title: 'SQNR dB', align: 'right' },
      { title: 'mean |x-y|', align: 'right' },
      { title: 'largest', align: 'right' },
      { title: 'MSE', align: 'right' },
      { title: 'cosine', align: 'right' },
      { title: `beyond ${epsilon}`, align: 'right' },
    ],
    rows: tensors.map(({ name, dims, sqnrDb, meanAbs, maxAbs, mse, cosine, overEpsilon }) => [
      name,
      dims.join('x'),
      rounded(sqnrDb),
      meanAbs,
      maxAbs,
      mse,
      cosine,
      overEpsilon,
    ]),
  };
}

export function* outputsText(comparison: DumpComparison, width: number): Generator<string> {
  const { tensors, onlyFirst, onlySecond, otherShapes } = comparison;
  if (tensors.length > 0) yield textTable(outputsGrid(comparison), width);
  for (const { name, first, second } of otherShapes)
    yield `not compared: ${name}: ${first.join('x')} in the first, ${second.join('x')} in the second\n`;
  for (const name of onlyFirst) yield `only in the first: ${name}\n`;
  for (const name of onlySecond) yield `only in the second: ${name}\n`;
}
