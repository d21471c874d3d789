import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PlanRows, type PlanRow, type RowSource } from '../../../src/core/transfer/planRows.js';

/** Objects like those of a literal. */
const PLAIN = { noNullPrototype: true } as const;

const source: fc.Arbitrary<RowSource | null> = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('scale' as const), scale: fc.double() }, PLAIN),
  fc.record(
    {
      kind: fc.constant('entry' as const),
      entry: fc.nat(1000),
      rule: fc.constantFrom('same name' as const, 'renamed' as const, 'by hand' as const),
      doubt: fc.constantFrom(null, 'It may be another.', ''),
    },
    PLAIN,
  ),
);
const row: fc.Arbitrary<PlanRow> = fc.record(
  {
    name: fc.string(),
    type: fc.constantFrom(null, 'Convolution'),
    source,
  },
  PLAIN,
);

describe('the rows of a plan, as columns', () => {
  it('give back every row as it was put in', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const columns = PlanRows.from(rows);
        assert.deepEqual([...columns], rows);
        assert.deepEqual(
          Array.from(columns.numbered()),
          rows.flatMap(({ source: from }, i) => (from === null ? [] : [i])),
        );
      }),
    );
  });

  it('take other sources for some rows and leave the rows before that as they are', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.nat(), source, (rows, place, other) => {
        const at = place % rows.length;
        const before = PlanRows.from(rows);
        const after = before.withSources(new Map([[at, other]]));
        assert.deepEqual(
          [...after],
          rows.map((old, i) => (i === at ? { ...old, source: other } : old)),
        );
        assert.deepEqual([...before], rows);
      }),
    );
  });

  it('know of a row beyond the last that it is none', () => {
    const rows = PlanRows.from([]);
    assert.deepEqual([rows.at(0), rows.sourceOf(0), rows.isMissing(0)], [undefined, null, true]);
  });

  it('carry names over with the entries that they are told', () => {
    const carried = { kind: 'entry' as const, rule: 'carried over' as const, doubt: null };
    assert.deepEqual(
      [...PlanRows.carried(['a', 'c'], Int32Array.of(0, 2))],
      [
        { name: 'a', type: null, source: { ...carried, entry: 0 } },
        { name: 'c', type: null, source: { ...carried, entry: 2 } },
      ],
    );
  });
});
