/** The engine's bundle in a thread: what it is given, how it is stopped, and what it says of models that it can't take. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { engineThread } from '../../../src/cli/engineThread.js';
import { runInEngine, type EngineWishes } from '../../../src/engine/client.js';
import type { CalibrateAnswer, CalibrateOrder } from '../../../src/engine/jobs/calibrateJob.js';
import { node, onnxModel } from '../../core/support/onnxModel.js';
import { floats, value } from '../../core/support/qdqModel.js';
import { sufferingNet } from '../../core/support/suffering.js';
import { root } from '../../support/paths.js';

const dist = join(root, 'dist');

/** Multiplies a large square by itself again and again: each time takes some seconds. */
function slowNet(side: number, times: number): Uint8Array {
  const names = Array.from({ length: times + 1 }, (_, i) => `t${i}`);
  return onnxModel({
    node: [
      node('Expand', ['x', 'shape'], ['t0']),
      ...names.slice(1).map((name, i) => node('MatMul', [`t${i}`, 't0'], [name])),
    ],
    initializer: [{ name: 'shape', dims: [2], data_type: 7, int64_data: [side, side] }],
    input: [value('x', [1, 1])],
    output: [value(names.at(-1) ?? '')],
  });
}

describe('the engine', () => {
  before(() => assert.ok(existsSync(join(dist, 'engine.js')), 'run "npm run build" first'));

  const run = (model: Uint8Array, random = 1, wishes: EngineWishes = {}): Promise<CalibrateAnswer> => {
    const order: CalibrateOrder = {
      wasm: new Uint8Array(readFileSync(join(dist, 'ort-wasm-simd-threaded.wasm'))),
      model,
      label: 'm.onnx',
      external: [],
      inputs: { random },
      budget: 2 ** 30,
      timeLimit: null,
      request: { method: 'minmax', placement: 'tensorrt', histograms: false },
    };
    return runInEngine(engineThread(dist), 'calibrate', order, wishes);
  };

  it('tells how far it is', async () => {
    const heard: string[] = [];
    const { inputs } = await run(sufferingNet, 3, { progress: ({ what }) => heard.push(what) });
    assert.equal(inputs, 3);
    assert.notEqual(heard.length, 0);
  });

  it('is stopped within a second, in the midst of a long operator too, and takes no turns of who waits for it', async () => {
    let cancel: (why: Error) => void = () => assert.fail('it can not be cancelled yet');
    const begun = new Promise<void>((resolve) => {
      void run(slowNet(2000, 40), 1, { cancellable: (by) => (cancel = by), progress: () => resolve() }).catch(
        (error: Error) => (stopped = { at: performance.now(), error }),
      );
    });
    let stopped: { at: number; error: Error } | undefined;
    await begun;
    const before = performance.eventLoopUtilization();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { active } = performance.eventLoopUtilization(before);
    assert.ok(active < 100, `${active} ms of 500 were taken`);
    assert.equal(stopped, undefined);
    const asked = performance.now();
    cancel(new Error('enough'));
    await new Promise((resolve) => setTimeout(resolve, 0));
    const { at, error } = stopped ?? assert.fail('it goes on');
    assert.equal((error as Error).message, 'enough');
    assert.ok(at - asked < 1000);
  });

  it('names what it does not know', async () => {
    const graph = { input: [value('x', [1])], output: [value('y')] };
    const opset_import = [
      { domain: '', version: 13 },
      { domain: 'my.domain', version: 1 },
    ];
    const custom = onnxModel(
      { ...graph, node: [node('MyOperator', ['x'], ['y'], { domain: 'my.domain' })] },
      { opset_import },
    );
    await assert.rejects(
      run(custom),
      (error: Error) => error.name === 'EngineError' && /MyOperator/.test(error.message),
    );
    const wrong = onnxModel({
      ...graph,
      node: [node('Conv', ['x', 'w'], ['y'])],
      initializer: [floats('w', [1, 1, 1, 1], [1])],
    });
    await assert.rejects(
      run(wrong),
      (error: Error) => error.name === 'EngineError' && /at least 3 dimensions/.test(error.message),
    );
    const external = onnxModel({
      ...graph,
      node: [node('Add', ['x', 'w'], ['y'])],
      initializer: [
        {
          name: 'w',
          dims: [1],
          data_type: 1,
          data_location: 1,
          external_data: [{ key: 'location', value: 'weights.bin' }],
        },
      ],
    });
    await assert.rejects(run(external), (error: Error) => /weights\.bin/.test(error.message));
  });

  it('runs a model whose output is declared with a wrong shape, as others do', async () => {
    const model = onnxModel({
      node: [node('Relu', ['x'], ['y'])],
      input: [value('x', [1, 4])],
      output: [value('y', [7, 7, 7])],
    });
    assert.deepEqual(
      (await run(model)).tensors.map(({ name }) => name),
      ['x', 'y'],
    );
  });
});
