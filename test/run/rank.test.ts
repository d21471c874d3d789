/** Rankings of real runs, on nets of which the answer is known. */
import assert from 'node:assert/strict';
import { rank } from '../../src/core/run/rank.js';
import type { Ranking, RankRequest } from '../../src/core/run/ranking.js';
import { rankJson, rankText } from '../../src/core/run/report/rankReport.js';
import { noisySubject, subjectOf } from '../core/support/engine.js';
import { node, onnxModel } from '../core/support/onnxModel.js';
import { floats, value } from '../core/support/qdqModel.js';
import { sufferingNet, sufferingSamples, sufferingTable, tableOf } from '../core/support/suffering.js';

const usual: Omit<RankRequest, 'table'> = { placement: 'tensorrt', without: [], reach: null };

describe('a ranking', () => {
  let ranking: Ranking;
  const before = sufferingNet.slice();
  const subject = subjectOf(sufferingNet, sufferingSamples(4));

  it('puts the tensor first that must be worst, by both measures', async () => {
    ranking = await rank(subject, { ...usual, table: sufferingTable, without: ['wide'], reach: 40 });
    const [worst, ...others] = ranking.tensors;
    assert.equal(worst?.name, 'wide');
    assert.deepEqual(worst.nodes, ['Conv_narrow']);
    assert.equal(worst.amax, 100);
    assert.ok(others.every(({ aloneDb, localDb }) => aloneDb > worst.aloneDb + 15 && localDb > worst.localDb + 15));
  });

  it('tells of each output, and of an error-free one that it has none', () => {
    const outputs = new Map(ranking.outputs.map((output) => [output.name, output]));
    assert.ok((outputs.get('y')?.all ?? 99) < 20);
    // Even noise from -1 to 1 in steps of 1/127: a third, to a twelfth of the step's square.
    assert.ok(Math.abs((outputs.get('z')?.all ?? 0) - 10 * Math.log10(4 * 127 ** 2)) < 0.3);
  });

  it('measures what is gained without a tensor, and proposes it', () => {
    assert.ok((ranking.without ?? 0) > ranking.all + 10);
    assert.deepEqual(ranking.proposal?.names, ['wide']);
    assert.deepEqual(ranking.proposal?.nodes, ['Conv_narrow']);
    assert.ok(Math.abs((ranking.proposal?.steps[0] ?? 0) - (ranking.without ?? 0)) < 1e-9);
  });

  it('leaves the bytes of the model alone', () => assert.deepEqual(sufferingNet, before));

  it('is told to people and to programs', () => {
    const facts = { model: 'm.onnx', inputs: 4, random: false };
    const text = [...rankText(facts, [{ table: 't.cache', ranking }], Infinity)].join('');
    assert.match(text, /m\.onnx on 4 inputs\n\nt\.cache\noutput/);
    assert.match(text, /--layerPrecisions=Conv_narrow:fp32 --precisionConstraints=obey/);
    const json = rankJson({ ...facts, table: 't.cache' }, ranking) as { proposal: unknown; tensors: unknown[] };
    assert.deepEqual([json.proposal, json.tensors.length], [['wide'], 3]);
  });

  it('sees no error where the scales hit every value', async () => {
    const model = onnxModel({
      node: [node('Conv', ['x', 'w'], ['y'])],
      initializer: [floats('w', [1, 1, 1, 1], [127])],
      input: [value('x', [1, 1, 1, 4])],
      output: [value('y')],
    });
    const data = Float32Array.of(1, -2, 3, 127);
    const sample = { label: 's', load: () => new Map([['x', { type: 'float32', dims: [1, 1, 1, 4], data } as const]]) };
    const { all, tensors } = await rank(subjectOf(model, [sample]), { ...usual, table: tableOf({ x: 127 }) });
    assert.deepEqual([all, tensors[0]?.aloneDb, tensors[0]?.localDb], [Infinity, Infinity, Infinity]);
  });

  it('tells which values are clipped, and which weights one scale a tensor hurts', async () => {
    const table = tableOf({ x: 0.5, wide: 100, narrow: 1 });
    const { tensors, weights } = await rank(subject, { ...usual, table });
    const input = tensors.find(({ name }) => name === 'x');
    assert.ok(Math.abs((input?.clippedShare ?? 0) - 0.47) < 0.03);
    const widest = weights.find(({ tensor }) => tensor === 'up');
    assert.deepEqual([widest?.tensor, widest?.nodes, widest?.channels], ['up', ['Conv_wide'], 16]);
    assert.ok(Math.abs((widest?.spread ?? 0) - 100) < 1e-4);
    // One of sixteen weights is 100, fifteen are 1: in steps of 100/127 each of these is off by 27/127.
    const expected = 10 * Math.log10((1e4 + 15) / (15 * (27 / 127) ** 2));
    assert.ok(Math.abs((widest?.perTensorDb ?? 0) - expected) < 0.01);
    assert.ok((widest?.perChannelDb ?? 0) > 100);
  });

  it('says what is done to the model before it is run', async () => {
    const scalar = onnxModel({
      node: [node('Conv', ['x', 'w'], ['y'])],
      initializer: [floats('w', [1, 1, 1, 1], [2])],
      input: [value('x', [1, 1, 2, 2])],
      output: [value('y', [])],
    });
    const { notes } = await rank(noisySubject(scalar, 1), { ...usual, table: tableOf({ x: 3 }) });
    assert.equal(notes.length, 1);
    assert.match(notes[0] ?? '', /declares "y" as a single number/);
    assert.deepEqual(ranking.notes, []);
  });

  it('may take tables of other models only where something of them can be placed', async () => {
    await assert.rejects(rank(subject, { ...usual, table: tableOf({ other: 1 }) }), /none of the 1 entries/);
  });

  it('takes little more memory than it is given: tensors go in groups', async () => {
    const small = { ...noisySubject(sufferingNet, 2), budget: 4096 };
    const large = noisySubject(sufferingNet, 2);
    const request = { ...usual, placement: 'every' as const, table: sufferingTable };
    assert.deepEqual(await rank(small, request), await rank(large, request));
  });
});
