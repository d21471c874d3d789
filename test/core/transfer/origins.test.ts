/** What is said of entries after a port or conversion: where their numbers came from. */
import assert from 'node:assert/strict';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { originsOf } from '../../../src/core/transfer/origins.js';
import type { Plan } from '../../../src/core/transfer/plan.js';
import { PlanRows, type PlanRow, type RowSource } from '../../../src/core/transfer/planRows.js';

const SOURCE = ['data', 'conv1', '(Unnamed Layer* 3) [Scale]_output'];

function said(...rows: readonly (readonly [name: string, source: RowSource | null])[]): string[] {
  const planned: PlanRow[] = rows.map(([name, source]) => ({ name, type: null, source }));
  const plan: Plan = {
    target: tensorrt,
    rows: PlanRows.from(planned),
    dropped: [],
    needsEveryRow: false,
    warnings: [],
  };
  const { names, texts } = originsOf(plan, SOURCE);
  return names.map((name, at) => `${name}: ${texts[at] ?? ''}`);
}

const entry = (
  at: number,
  rule: 'same name' | 'renumbered' | "neighbour's",
  doubt: string | null = null,
): RowSource => ({
  kind: 'entry',
  entry: at,
  rule,
  doubt,
});

describe('where the numbers of a written table came from', () => {
  it('is said where a name or a number did not simply stay', () =>
    assert.deepEqual(
      said(
        ['data', entry(0, 'same name')],
        ['(Unnamed Layer* 5) [Scale]_output', entry(2, 'renumbered')],
        ['conv1', entry(1, 'same name', '60 % sure: its scale is another one')],
        ['conv2', entry(1, "neighbour's", 'Taken over by hand.')],
        ['resize', { kind: 'scale', scale: 0.5 }],
        ['left out', null],
      ),
      [
        '(Unnamed Layer* 5) [Scale]_output: (Unnamed Layer* 3) [Scale]_output · renumbered',
        'conv1: same name? 60 % sure: its scale is another one',
        "conv2: conv1 · neighbour's? Taken over by hand.",
        'resize: typed in the review',
      ],
    ));

  it('is not said of more rows than a view is told quickly', () => {
    const rows = PlanRows.carried(
      Array.from({ length: 200_001 }, (_, i) => `new${i}`),
      new Int32Array(200_001),
    );
    const plan: Plan = { target: tensorrt, rows, dropped: [], needsEveryRow: false, warnings: [] };
    assert.deepEqual(originsOf(plan, SOURCE), { names: [], texts: [] });
  });
});
