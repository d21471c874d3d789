import assert from 'node:assert/strict';
import fc from 'fast-check';
import { groupsOf, type Group } from '../../../src/core/table/groups.js';

/** Groups as lines, indented by depth. */
function lines(groups: readonly Group[], depth = 0): string[] {
  return groups.flatMap(({ label, entries, groups: inner }) => [
    `${' '.repeat(depth)}${label} ${entries.length}`,
    ...lines(inner, depth + 1),
  ]);
}

describe('groups of names', () => {
  it('are blocks of Caffe networks', () =>
    assert.deepEqual(
      lines(groupsOf(['data', 'res2a_branch2a', 'res2a_branch2b', 'res2a', 'res2b_branch2a', 'res2b', 'prob'])),
      ['res2a 3', 'res2b 2'],
    ));

  it('are paths of exporters, at any depth, without those that hold but one other', () =>
    assert.deepEqual(
      lines(
        groupsOf([
          'images',
          '/model.0/conv/Conv_output_0',
          '/model.0/act/Mul_output_0',
          '/model.9/cv1/conv/Conv_output_0',
          '/model.9/cv1/act/Mul_output_0',
          '/model.9/cv2/conv/Conv_output_0',
          '/model.9/cv2/act/Mul_output_0',
          'net/deep/a/x',
          'net/deep/a/y',
        ]),
      ),
      ['/model.0/ 2', '/model.9/ 4', ' cv1/ 2', ' cv2/ 2', 'net/deep/a/ 2'],
    ));

  it('are modules with dots, and none among unnamed layers', () =>
    assert.deepEqual(
      lines(
        groupsOf([
          'layers.0.a',
          'layers.0.b',
          'layers.1.a',
          '(Unnamed Layer* 1) [Scale]_a',
          '(Unnamed Layer* 2) [Scale]_a',
        ]),
      ),
      ['layers. 3', ' 0. 2'],
    ));

  it('hold every entry whose name begins with theirs, once', () =>
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '/', '.', '_', ' '), maxLength: 12 })),
        (names) => {
          const check = (groups: readonly Group[]): void => {
            const seen = new Set<number>();
            for (const { prefix, entries, groups: inner } of groups) {
              assert.ok(entries.length > 1);
              for (const entry of entries) {
                assert.ok(names[entry]?.startsWith(prefix), `${names[entry]} in ${prefix}`);
                assert.ok(!seen.has(entry));
                seen.add(entry);
              }
              for (const one of inner) assert.ok(one.entries.every((entry) => entries.includes(entry)));
              check(inner);
            }
          };
          check(groupsOf(names));
        },
      ),
    ));
});
