/** Names and stops of random Caffe networks, against both parsers played step by step. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { caffeStops, type CaffeParser } from '../../../src/core/naming/caffeStops.js';
import { networkNames } from '../../../src/core/naming/match.js';
import { readNetwork } from '../../../src/core/naming/networkKinds.js';
import type { Network } from '../../../src/core/network/network.js';
import type { Net } from '../support/caffeModel.js';
import { manner, prototxt, type Manner } from '../support/caffeNets.js';
import { parserNets } from '../support/caffeParserNets.js';
import { nvdlaRun, tensorRtRun } from '../support/caffeParsers.js';

const RUNS = { numRuns: 400 };

function read(net: Net, how: Manner): Network {
  return readNetwork(utf8Bytes(prototxt(net, how)), 'net.prototxt');
}

/** Inputs first, as the parsers' account has them. */
function tensorNames(network: Network): string[] {
  const { tensors } = networkNames(network);
  const [inputs, written] = [true, false].map((isInput) =>
    tensors.filter(({ number }) => (number === null) === isInput),
  );
  return [...(inputs ?? []), ...(written ?? [])].map(({ name }) => name);
}

function firstStop(network: Network, parser: CaffeParser): string | null {
  return /stops at "(.*?)" \(/.exec(caffeStops(network, parser)[0] ?? '')?.[1] ?? null;
}

describe('a random Caffe network of layers that both parsers build', () => {
  it("has TensorRT's names", () => {
    fc.assert(
      fc.property(parserNets('clean'), manner, (net, how) => {
        const run = tensorRtRun(net, false);
        assert.equal(run.stoppedAt, null);
        assert.deepEqual(tensorNames(read(net, how)), run.tensors);
      }),
      RUNS,
    );
  });

  it("is asked for what NVDLA's compiler looks up", () => {
    let whole = 0;
    fc.assert(
      fc.property(parserNets('clean'), manner, (net, how) => {
        const run = nvdlaRun(net, how.topInputs);
        const network = read(net, how);
        assert.equal(firstStop(network, 'NVDLA'), run.stoppedAt);
        if (run.stoppedAt !== null) return;
        whole++;
        assert.deepEqual(new Set(networkNames(network).entries.map(({ name }) => name)), new Set(run.asked));
      }),
      { ...RUNS, numRuns: 600 },
    );
    assert.ok(whole >= 300, `${whole} networks without a stop`);
  });
});

describe('a random Caffe network of any layers', () => {
  it('stops each parser at the layer that it gives up at', () => {
    const stops = { TensorRT: 0, NVDLA: 0 };
    fc.assert(
      fc.property(parserNets('wild'), manner, (net, how) => {
        const network = read(net, how);
        const runs = { TensorRT: tensorRtRun(net, false), NVDLA: nvdlaRun(net, how.topInputs) };
        for (const parser of ['TensorRT', 'NVDLA'] as const) {
          assert.equal(firstStop(network, parser), runs[parser].stoppedAt, parser);
          if (runs[parser].stoppedAt !== null) stops[parser]++;
        }
      }),
      RUNS,
    );
    assert.ok(Math.min(stops.TensorRT, stops.NVDLA) >= 50, JSON.stringify(stops));
  });

  it('has the names that TensorRT gives with a plugin factory', () => {
    fc.assert(
      fc.property(parserNets('wild'), manner, (net, how) => {
        const run = tensorRtRun(net, true);
        if (run.stoppedAt === null) assert.deepEqual(tensorNames(read(net, how)), run.tensors);
      }),
      RUNS,
    );
  });
});
