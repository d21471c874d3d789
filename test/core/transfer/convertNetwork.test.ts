/** Published triples of network, cache and NVDLA table: conversions must give what NVIDIA published. */
import assert from 'node:assert/strict';
import { writePlan, type Conversion } from '../../../src/core/transfer/convert.js';
import type { TableDocument } from '../../../src/core/formats/format.js';
import { writableById } from '../../../src/core/formats/index.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { matchLayers, matchTensors } from '../../../src/core/naming/match.js';
import type { Network } from '../../../src/core/network/network.js';
import { planWithNetwork } from '../../../src/core/transfer/plan.js';
import { corpusBytes, corpusNetwork, corpusTable, needCorpus } from '../support/corpus.js';
import { textOf } from '../support/tables.js';

function convert(source: TableDocument, to: string, network: Network, header: string | null): Conversion {
  return writePlan(source, planWithNetwork(source, writableById(to), network), header);
}

describe('conversion with a network, of published triples', () => {
  before(needCorpus);

  const triples = [
    ['ResNet-50', 'resnet50-deploy.prototxt', 'resnet50-trt5101.txt', 'resnet50-nvdla.json', 229],
    ['LeNet', 'lenet.prototxt', 'lenet-trt7202.table', 'lenet-nvdla.json', 9],
  ] as const;

  for (const [model, net, cache, json, count] of triples) {
    it(`${model}: all ${count} published scales, in their order, none in doubt`, () => {
      const source = corpusTable(cache);
      const { table } = nvdla.read(convert(source, 'nvdla', corpusNetwork(net), null).bytes);
      const published = nvdla.read(corpusBytes(json)).table;
      assert.equal(table.names.length, count);
      assert.deepEqual(table.names, published.names);
      assert.deepEqual(table.values, published.values);
      const { matches, shifts, unknownEntries } = matchTensors(source.table.names, corpusNetwork(net));
      assert.deepEqual([matches.filter((match) => match?.doubt !== null), shifts, unknownEntries], [[], [], []]);
    });

    it(`${model}: back to the cache byte for byte, from the published table`, () => {
      const { bytes, report } = convert(
        corpusTable(json),
        'tensorrt',
        corpusNetwork(net),
        textOf(corpusBytes(cache)).split('\n')[0] ?? '',
      );
      assert.equal(textOf(bytes), textOf(corpusBytes(cache)));
      assert.deepEqual([report.missing, report.dropped], [[], []]);
    });
  }

  it('of the table from the bug report, exactly relu1 and prob are missing', () => {
    const source = corpusTable('lenet-nvdla-missing-prob.json');
    const { report } = convert(source, 'nvdla', corpusNetwork('lenet.prototxt'), null);
    assert.deepEqual(report.missing, ['relu1', 'prob']);
    const { matches, names } = matchLayers(source.table.names, corpusNetwork('lenet.prototxt'));
    assert.deepEqual(
      names.entries.filter((_, i) => matches[i] === null).map(({ name }) => name),
      ['relu1', 'prob'],
    );
  });
});

describe('ResNet-50 with one layer more or less', () => {
  before(needCorpus);
  let truth: Map<string, number>;
  let source: TableDocument;
  before(() => {
    const { names, values } = corpusTable('resnet50-nvdla.json').table;
    truth = new Map(names.map((name, i) => [name, values[i] ?? NaN]));
    source = corpusTable('resnet50-trt5101.txt');
  });

  /** How many layers got their published scale, how many of these without a doubt; a wrong one without a doubt fails. */
  function judge(network: Network): { right: number; sure: number; missing: string[]; drift: readonly string[] } {
    const plan = planWithNetwork(source, nvdla, network);
    const tally = { right: 0, sure: 0, missing: [] as string[], drift: plan.warnings };
    for (const { name, source: from } of plan.rows) {
      if (from?.kind !== 'entry') {
        tally.missing.push(name);
        continue;
      }
      const isRight = source.table.values[from.entry] === truth.get(name);
      if (from.doubt === null) assert.ok(isRight, `"${name}" has another layer's scale, and no doubt`);
      if (isRight) tally.right++;
      if (isRight && from.doubt === null) tally.sure++;
    }
    return tally;
  }

  function without(name: string): Network {
    const network = corpusNetwork('resnet50-deploy.prototxt');
    return { ...network, layers: network.layers.filter((layer) => layer.name !== name) };
  }

  function withLayer(after: string, blob: string): Network {
    const network = corpusNetwork('resnet50-deploy.prototxt');
    const at = network.layers.findIndex(({ name }) => name === after) + 1;
    const layer = { name: 'new', type: 'Scale', bottoms: [blob], tops: [blob] };
    return { ...network, layers: [...network.layers.slice(0, at), layer, ...network.layers.slice(at)] };
  }

  it('a ReLU taken out is noticed, and the rest found again', () => {
    const { right, sure, drift } = judge(without('conv1_relu'));
    assert.ok(
      drift.some((sentence) => sentence.includes('moved by -1')),
      drift.join('\n'),
    );
    assert.ok(right >= 225 && sure >= 70, `${right} right, ${sure} sure`);
  });

  it('a Scale put in is noticed, missing, and the rest found again', () => {
    const { right, sure, missing, drift } = judge(withLayer('bn4a_branch2a', 'res4a_branch2a'));
    assert.ok(
      drift.some((sentence) => sentence.includes('moved by +1')),
      drift.join('\n'),
    );
    assert.ok(
      missing.length >= 1 && right >= 225 && sure >= 120,
      `${right} right, ${sure} sure, missing ${missing.join()}`,
    );
  });

  it('wherever a layer is taken out, nothing is wrong without a doubt', () => {
    for (const { name } of corpusNetwork('resnet50-deploy.prototxt').layers.filter(
      ({ bottoms, tops }) => bottoms[0] === tops[0],
    ))
      judge(without(name));
  });
});
