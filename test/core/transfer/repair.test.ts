/** Entries that a network asks for, added to a table that lacks them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { coverage } from '../../../src/core/check/coverage.js';
import { bitsToFloat, bitsToHex } from '../../../src/core/bytes/float32.js';
import type { TableDocument } from '../../../src/core/formats/format.js';
import { manyEdits } from '../../../src/core/edits/manyEdits.js';
import { readNetwork } from '../../../src/core/naming/networkKinds.js';
import type { Network } from '../../../src/core/network/network.js';
import { addingEdits, missingEntries } from '../../../src/core/transfer/repair.js';
import { applySplice } from '../../../src/core/bytes/splice.js';
import { nvdlaKeys, trtTensors } from '../support/caffeModel.js';
import { manner, nets, prototxt } from '../support/caffeNets.js';
import { corpusNetwork, corpusTable, needCorpus } from '../support/corpus.js';
import { cacheOf, calib, textOf } from '../support/tables.js';

/** The table with all that was missing, each at its neighbour's scale (0.5 where there is none). */
function repaired(document: TableDocument, network: Network): TableDocument {
  const edits = addingEdits(document, missingEntries(document, network), ({ neighbourScale }) =>
    Number.isNaN(neighbourScale) ? 0.5 : neighbourScale,
  );
  const result = manyEdits(document, edits);
  if ('problem' in result) assert.fail(result.problem);
  return result.splice ? document.format.read(applySplice(document.bytes, result.splice)) : document;
}

const network = readNetwork(
  utf8Bytes(`
  input: "data" input_dim: 1
  layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" }
  layer { name: "relu" type: "ReLU" bottom: "conv" top: "conv" }
  layer { name: "ip" type: "InnerProduct" bottom: "conv" top: "ip" }
`),
  'net.prototxt',
);

describe('repair', () => {
  it('finds nothing to do in a whole table', () => {
    const whole = cacheOf(
      'data: 3c010a14',
      '(Unnamed Layer* 0) [Convolution]_output: 3d000000',
      'conv: 3c55b689',
      'ip: 3d100000',
    );
    assert.deepEqual(missingEntries(whole, network), []);
    assert.equal(repaired(whole, network), whole);
  });

  it("tells each missing entry with its place and its neighbour's scale", () => {
    assert.deepEqual(missingEntries(calib({ data: { scale: 0.25 }, relu: { scale: 0.5 } }), network), [
      { name: 'conv', after: 0, neighbourScale: 0.25 },
      { name: 'ip', after: 1, neighbourScale: 0.5 },
    ]);
  });

  it('takes the next scale where nothing stands before, and none where there is none', () => {
    assert.deepEqual(
      missingEntries(calib({ relu: { scale: 0.5 }, ip: { scale: 1 } }), network).map(
        ({ name, after, neighbourScale }) => [name, after, neighbourScale],
      ),
      [
        ['data', null, 0.5],
        ['conv', null, 0.5],
      ],
    );
    assert.ok(
      missingEntries(calib('{}'), network).every(
        ({ after, neighbourScale }) => after === null && Number.isNaN(neighbourScale),
      ),
    );
  });

  it('puts each at its place, in the layout of the file', () => {
    const table = calib('{ "data": { "scale": 0.25 }, "relu": { "scale": 0.5 } }');
    assert.equal(
      textOf(repaired(table, network).bytes),
      '{ "data": { "scale": 0.25 }, "conv": { "scale": 0.25 }, "relu": { "scale": 0.5 }, "ip": { "scale": 0.5 } }',
    );
  });

  it('leaves out what gets no scale', () => {
    const table = calib({ data: { scale: 0.25 }, relu: { scale: 0.5 } });
    const edits = addingEdits(table, missingEntries(table, network), ({ name }) => (name === 'ip' ? 2 : null));
    assert.deepEqual(edits, [{ kind: 'insert', index: 2, name: 'ip', value: 2 }]);
  });

  it("of a random network's NVDLA table with holes gives full coverage, in order, the rest untouched", () => {
    fc.assert(
      fc.property(nets(1), manner, fc.infiniteStream(fc.boolean()), (net, how, holes) => {
        const kept = nvdlaKeys(net, how).filter(() => !holes.next().value);
        const document = calib(Object.fromEntries(kept.map(([name], i) => [name, { scale: (i + 1) / 8 }])));
        const read = readNetwork(utf8Bytes(prototxt(net, how)), 'net.prototxt');
        const { table } = repaired(document, read);
        const after = coverage(repaired(document, read), read);
        assert.deepEqual([after.missing, after.unknown], [[], []]);
        assert.deepEqual(table.names, [...new Set(nvdlaKeys(net, how).map(([name]) => name))]);
        for (const [i, name] of document.table.names.entries())
          assert.equal(table.values[table.names.indexOf(name)], document.table.values[i]);
      }),
    );
  });

  it("of a random network's cache with holes gives full coverage", () => {
    fc.assert(
      fc.property(nets(1), manner, fc.infiniteStream(fc.boolean()), (net, how, holes) => {
        const read = readNetwork(utf8Bytes(prototxt(net, how)), 'net.prototxt');
        const lines = trtTensors(net)
          .filter(() => !holes.next().value)
          .map(({ name }, i) => `${name}: ${bitsToHex(0x3a000000 + i * 7919)}`);
        const document = cacheOf(...lines);
        const wanted = missingEntries(document, read);
        const result = manyEdits(
          document,
          addingEdits(document, wanted, () => bitsToFloat(0x3c010a14)),
        );
        if ('problem' in result) assert.fail(result.problem);
        const whole = result.splice ? document.format.read(applySplice(document.bytes, result.splice)) : document;
        assert.deepEqual(coverage(whole, read).missing, []);
      }),
    );
  });
});

describe('repair of the table of the public bug report', () => {
  before(needCorpus);

  it('adds relu1 and prob', () => {
    const document = corpusTable('lenet-nvdla-missing-prob.json');
    const lenet = corpusNetwork('lenet.prototxt');
    assert.deepEqual(
      missingEntries(document, lenet).map(({ name }) => name),
      ['relu1', 'prob'],
    );
    assert.deepEqual(coverage(repaired(document, lenet), lenet).missing, []);
  });
});
