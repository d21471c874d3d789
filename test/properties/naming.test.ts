/** Random networks there and back, against a model of TensorRT's and NVDLA's naming that shares no code with ours. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../src/core/bytes/bytes.js';
import { writePlan, type Conversion } from '../../src/core/transfer/convert.js';
import { bitsToFloat, bitsToHex } from '../../src/core/bytes/float32.js';
import type { EditableFormat } from '../../src/core/formats/format.js';
import { nvdla } from '../../src/core/formats/nvdla/nvdla.js';
import { tensorrt } from '../../src/core/formats/tensorrt/tensorrt.js';
import { readNetwork } from '../../src/core/naming/networkKinds.js';
import { planWithNetwork } from '../../src/core/transfer/plan.js';
import { nvdlaKeys, trtTensors, type ModelTensor, type Net } from '../core/support/caffeModel.js';
import { manner, nets, prototxt, type Manner } from '../core/support/caffeNets.js';
import { HEADER, textOf } from '../core/support/tables.js';

/** A scale of its own for each tensor. */
function scalesOf(tensors: readonly ModelTensor[], seed: number): Map<string, number> {
  return new Map(tensors.map(({ key }, i) => [key, 0x3a000000 + i * 7919 + ((seed * (i + 1)) % 7919)]));
}

function bodyOf(tensors: readonly ModelTensor[], scales: ReadonlyMap<string, number>): string {
  return tensors.map(({ key, name }) => `${name}: ${bitsToHex(scales.get(key) ?? 0)}\n`).join('');
}

function convert(
  from: EditableFormat,
  bytes: Uint8Array,
  to: EditableFormat,
  network: Net,
  how: Manner,
): Conversion & { doubts: number } {
  const source = from.read(bytes);
  const plan = planWithNetwork(source, to, readNetwork(utf8Bytes(prototxt(network, how)), 'net.prototxt'));
  const doubts = [...plan.rows].filter(({ source: row }) => row?.kind === 'entry' && row.doubt !== null).length;
  return { ...writePlan(source, plan, to.hasHeader ? HEADER : null), doubts };
}

/** Name and scale of each member; no name here is a number, so that JSON.parse keeps the order. */
function members(bytes: Uint8Array): [string, number][] {
  return Object.entries(JSON.parse(textOf(bytes)) as Record<string, { scale: number }>).map(([name, { scale }]) => [
    name,
    scale,
  ]);
}

describe('a random Caffe network', () => {
  it("from TensorRT's cache gives NVDLA's table, in order and without a doubt; and back the cache, byte for byte", () => {
    fc.assert(
      fc.property(nets(1), manner, fc.nat(), (network, how, seed) => {
        const tensors = trtTensors(network);
        const scales = scalesOf(tensors, seed);
        const there = convert(tensorrt, utf8Bytes(`${HEADER}\n${bodyOf(tensors, scales)}`), nvdla, network, how);
        assert.deepEqual(
          members(there.bytes),
          nvdlaKeys(network, how).map(([name, key]) => [name, bitsToFloat(scales.get(key) ?? 0)]),
        );
        assert.deepEqual([there.report.missing, there.doubts], [[], 0]);

        const back = convert(nvdla, there.bytes, tensorrt, network, how);
        const asked = new Set(nvdlaKeys(network, how).map(([, key]) => key));
        assert.equal(
          textOf(back.bytes),
          `${HEADER}\n${bodyOf(
            tensors.filter(({ key }) => asked.has(key)),
            scales,
          )}`,
        );
        assert.deepEqual(
          back.report.missing,
          tensors.filter(({ key }) => !asked.has(key)).map(({ name }) => name),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('has the same table when the cache is in hash order', () => {
    fc.assert(
      fc.property(
        nets(1).chain((network) => fc.tuple(fc.constant(network), shuffled(trtTensors(network)))),
        manner,
        fc.nat(),
        ([network, tensors], how, seed) => {
          const scales = scalesOf(trtTensors(network), seed);
          const { bytes, report, doubts } = convert(
            tensorrt,
            utf8Bytes(`1\n${bodyOf(tensors, scales)}`),
            nvdla,
            network,
            how,
          );
          assert.deepEqual(
            members(bytes),
            nvdlaKeys(network, how).map(([name, key]) => [name, bitsToFloat(scales.get(key) ?? 0)]),
          );
          assert.deepEqual([report.missing, doubts], [[], 0]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

function shuffled<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length });
}
