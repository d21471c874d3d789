import type { BuildLayer } from '../build/build.js';
import type { EntryFate } from '../build/fates.js';
import type { Grid } from './grid.js';

/** Layers in order, with three facts each: what they read, their weights, what they write. */
export function layersGrid(layers: readonly BuildLayer[]): Grid {
  return {
    columns: [
      { title: 'layer', align: 'left', flexible: true },
      { title: 'type', align: 'left' },
      { title: 'input', align: 'left' },
      { title: 'weights', align: 'left' },
      { title: 'output', align: 'left' },
      { title: 'device', align: 'left' },
    ],
    rows: layers.map(({ name, type, input, weights, output, device }) => [name, type, input, weights, output, device]),
  };
}

/** Entries in table order, with what became of them. */
export function fatesGrid(fates: readonly EntryFate[]): Grid {
  return {
    columns: [
      { title: 'name', align: 'left', flexible: true },
      { title: 'fate', align: 'left' },
      { title: 'scale', align: 'right' },
      { title: 'printed', align: 'right' },
    ],
    rows: fates.map(({ name, fate, scale, logScale }) => [name, fate, scale, logScale]),
  };
}
