/**
 * ONNX's own tests of backends: models with inputs and the outputs that are right. A run over the inputs has to see values as those outputs
 * hold them. Debian's package libonnx-testdata has them; elsewhere they are skipped.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputSpecs } from '../../src/core/model/inputs.js';
import { readModel } from '../../src/core/model/model.js';
import { decodeModel } from '../../src/core/network/onnx/schema.js';
import { profile } from '../../src/core/run/profile.js';
import { numbersOfTensor } from '../../src/core/tensors/fit.js';
import { samplesOf } from '../../src/core/tensors/samples.js';
import { readTensorProto } from '../../src/core/tensors/tensorProto.js';
import { subjectOf } from '../core/support/engine.js';

const folder = process.env['ONNX_TEST_DATA'] ?? '/usr/share/libonnx-testdata/data';

/** Outputs are equal within what ONNX's own runner allows. */
const [RELATIVE, ABSOLUTE] = [1e-3, 1e-5];

describe("ONNX's own tests of backends", function () {
  this.timeout(600_000);

  before(function () {
    if (existsSync(folder)) return;
    console.warn(`      (no ${folder}: ONNX's tests of backends are not run)`);
    this.skip();
  });

  it('hold outputs as a run sees them', async () => {
    const tests = ['node', 'pytorch-converted', 'pytorch-operator', 'simple'].flatMap((kind) =>
      readdirSync(join(folder, kind)).map((name) => join(folder, kind, name)),
    );
    const others: string[] = [];
    let [seen, refused] = [0, 0];
    for (const test of tests) {
      try {
        const problem = await problemOf(test);
        if (problem === null) seen++;
        else if (problem !== '' && !isKnown(test)) others.push(`${test}: ${problem}`);
      } catch (error) {
        // Texts and sequences as inputs, operators of training, and what onnxruntime does not have.
        assert.match((error as Error).name, /^(EngineError|TensorError)$/, `${test}: ${String(error)}`);
        refused++;
      }
    }
    console.log(
      `      ${seen} of ${tests.length} as published, ${refused} refused with a sentence, the others have no floats`,
    );
    assert.ok(seen > 700);
    assert.deepEqual(others, []);
  });
});

/** Dropout while training is random; for two kinds of Resize onnxruntime differs from what was published, and leaves these tests out itself. */
function isKnown(test: string): boolean {
  return /test_training_dropout|test_resize_downsample_scales_(cubic|linear)_align_corners/.test(test);
}

/** Null where values are as published, empty where there is nothing to measure. */
async function problemOf(test: string): Promise<string | null> {
  const model = readModel(new Uint8Array(readFileSync(join(test, 'model.onnx'))));
  const outputs = (decodeModel(model.bytes, 'model').graph?.output ?? []).map(({ name }) => name ?? '');
  const set = join(test, 'test_data_set_0');
  const files = readdirSync(set).map((name) => ({
    path: `set/${name}`,
    bytes: new Uint8Array(readFileSync(join(set, name))),
  }));
  const specs = inputSpecs(model);
  const samples = specs.length === 0 ? [{ label: 'nothing', load: () => new Map() }] : samplesOf(files, specs, null);
  const { activations } = await profile(subjectOf(model.bytes, samples), { tensors: outputs, histograms: true });
  let measured = false;
  for (const [i, name] of outputs.entries()) {
    const values = activations.get(name);
    const file = files.find(({ path }) => path === `set/output_${i}.pb`);
    if (!values || !file) continue;
    const wanted = [...numbersOfTensor(readTensorProto(file.bytes).tensor)].filter(Number.isFinite);
    if (values.count !== wanted.length) return `${name} has ${values.count} values, ${wanted.length} were published`;
    if (wanted.length === 0) continue;
    measured = true;
    for (const [of, one, other] of [
      ['smallest', values.min, wanted.reduce((a, b) => Math.min(a, b))],
      ['largest', values.max, wanted.reduce((a, b) => Math.max(a, b))],
    ] as const)
      if (Math.abs(one - other) > ABSOLUTE + RELATIVE * Math.abs(other))
        return `the ${of} of ${name} is ${one}, ${other} was published`;
  }
  return measured ? null : '';
}
