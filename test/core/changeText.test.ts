import assert from 'node:assert/strict';
import { changeText } from '../../src/core/diff/changeText.js';
import { tensorrt } from '../../src/core/formats/tensorrt/tensorrt.js';
import type { CalibrationTable } from '../../src/core/table/table.js';

function table(...lines: string[]): CalibrationTable {
  return tensorrt.read(new TextEncoder().encode(['TRT-8601-EntropyCalibration2', ...lines, ''].join('\n'))).table;
}

const OLD = table('data: 3c010204', 'conv1: 3c010a14', 'conv2: 3d0a3f1c', 'prob: 3b000000');

describe('a change in a line', () => {
  it('names how many, and the worst in either direction', () => {
    const grown = table('data: 3c010204', 'conv1: 3d010a14', 'conv2: 3d4a3f1c', 'prob: 3b000000');
    assert.equal(changeText(OLD, grown), '2 changed, worst conv1 ×4.0');
    assert.equal(changeText(grown, OLD), '2 changed, worst conv1 ×0.25');
  });

  it('says what came and went, and when nothing did', () => {
    const other = table('data: 3c010204', 'conv1: 3c010a14', 'conv2: 3d0a3f1c', 'prob: 3b000000', 'new: 3f800000');
    assert.equal(changeText(OLD, other), '1 added');
    assert.equal(changeText(other, OLD), '1 removed');
    assert.equal(changeText(OLD, OLD), 'no entry changed');
  });

  it('does without a number where there is none, and where it would take long', () => {
    const infinite = table('data: 3c010204', 'conv1: 7f800000', 'conv2: 3d0a3f1c', 'prob: 3b000000');
    assert.match(changeText(OLD, infinite) ?? '', /^1 changed, worst conv1 0\.0078\d+ → Infinity$/);
    const large = table(...Array.from({ length: 2001 }, (_, i) => `t${i}: 3c010a14`));
    assert.equal(changeText(large, large), null);
  });
});
