/** Which node is which, for the two panes of Model Explorer. */
import assert from 'node:assert/strict';
import { diffTables } from '../../../src/core/diff/diff.js';
import { readNetwork } from '../../../src/core/naming/networkKinds.js';
import { syncNavigation } from '../../../src/core/report/syncNavigation.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import type { CalibrationTable } from '../../../src/core/table/table.js';
import { node, onnxModel } from '../support/onnxModel.js';
import { value } from '../support/qdqModel.js';

function table(...lines: string[]): CalibrationTable {
  return tensorrt.read(utf8Bytes(`TRT-8601-EntropyCalibration2\n${lines.join('\n')}\n`)).table;
}

describe('the mapping of two panes', () => {
  const before = table('/a/Conv_output_0: 3c010a14', '/b/Relu_output_0: 3f3504f3', 'y: 40490fdb');
  const after = table('/model/a/Conv_output_0: 3c010a14', '/model/b/Relu_output_0: 3f3504f3', 'y: 40490fdb');

  it('is by nodes, told from the names of tensors', () => {
    const { data, doubtful } = syncNavigation(diffTables(before, after), [null, null]);
    assert.deepEqual(
      { ...data, mapping: { ...data.mapping } },
      {
        type: 'sync_navigation',
        mapping: { '/a/Conv': '/model/a/Conv', '/b/Relu': '/model/b/Relu', y: 'y' },
        disableMappingFallback: true,
      },
    );
    assert.equal(doubtful, 0);
  });

  it('is by the nodes that write them in the networks', () => {
    const net = (name: string): ReturnType<typeof readNetwork> =>
      readNetwork(
        onnxModel({ node: [{ ...node('Relu', ['x'], ['y']), name }], input: [value('x', [1])], output: [value('y')] }),
        'n.onnx',
      );
    const { data } = syncNavigation(diffTables(before, after), [net('last'), net('final')]);
    assert.equal(data.mapping['last'], 'final');
  });

  it('leaves out what is doubtful', () => {
    const strange = table('p: 3c010a15', 'q: 3f000000', 'r: 41200000');
    const { data, doubtful } = syncNavigation(diffTables(before, strange), [null, null]);
    assert.equal(Object.keys(data.mapping).length + doubtful, diffTables(before, strange).pairs.length);
  });
});
