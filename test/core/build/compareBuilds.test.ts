import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { buildInText, type Build } from '../../../src/core/build/index.js';
import { compareBuilds } from '../../../src/core/build/compareBuilds.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';

interface Layer {
  readonly name: string;
  readonly weights: string;
  readonly ends: string;
  readonly nodes?: string;
}

function built(...layers: Layer[]): Build {
  const json = {
    Layers: layers.map(({ name, weights, ends, nodes }) => ({
      ...{ Name: name, LayerType: 'CaskConvolution', Weights: { Type: weights } },
      Inputs: [{ Name: `${name}_in`, 'Format/Datatype': ends }],
      Outputs: [{ Name: `${name}_out`, 'Format/Datatype': ends }],
      ...(nodes && { Metadata: `[ONNX Layer: ${nodes}]` }),
    })),
    Bindings: [],
  };
  const found = buildInText(JSON.stringify(json));
  assert.ok(found);
  return found;
}

describe('two builds side by side', () => {
  it('tell which layers left INT8 and which came to it, by name and else by node', () => {
    const before = built(
      { name: 'stays', weights: 'Int8', ends: 'Int8' },
      { name: 'leaves', weights: 'Int8', ends: 'Int8' },
      { name: 'comes', weights: 'Half', ends: 'Half' },
      { name: 'fused + relu', weights: 'Int8', ends: 'Int8', nodes: 'Conv_7' },
      { name: 'old', weights: 'Half', ends: 'Half' },
    );
    const after = built(
      { name: 'stays', weights: 'Int8', ends: 'Int8' },
      { name: 'leaves', weights: 'Half', ends: 'Int8' },
      { name: 'comes', weights: 'Int8', ends: 'Half' },
      { name: 'fused', weights: 'Float', ends: 'FP32', nodes: 'Conv_7' },
      { name: 'new', weights: 'Half', ends: 'Half' },
    );
    const found = compareBuilds(before, after, null);
    assert.deepEqual(
      found.leftInt8.map(({ name, before: old, after: now }) => [name, old, now]),
      [
        ['leaves', 'int8 int8 int8', 'int8 fp16 int8'],
        ['fused', 'int8 int8 int8', 'fp32 fp32 fp32'],
      ],
    );
    assert.deepEqual(
      found.cameToInt8.map(({ name }) => name),
      ['comes'],
    );
    assert.deepEqual([found.gone, found.added, found.fates], [['old'], ['new'], null]);
  });

  it('tell which entries changed their fate', () => {
    const table = tensorrt.read(
      utf8Bytes('TRT-8601-EntropyCalibration2\na_in: 3f000000\nb_in: 3f000000\nc_in: 3f000000\n'),
    ).table;
    const before = built({ name: 'a', weights: 'Int8', ends: 'Int8' }, { name: 'b', weights: 'Int8', ends: 'Int8' });
    const after = built({ name: 'a', weights: 'Half', ends: 'Half' });
    assert.deepEqual(compareBuilds(before, after, table).fates, [
      { name: 'a_in', before: 'int8', after: 'not-int8' },
      { name: 'b_in', before: 'int8', after: 'absent' },
    ]);
  });
});
