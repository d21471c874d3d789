/** Old scales under other names: what is taken, what is left out, and what is said. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { writePlan } from '../../../src/core/transfer/convert.js';
import { nvdla } from '../../../src/core/formats/nvdla/nvdla.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { missingRows, type Plan } from '../../../src/core/transfer/plan.js';
import { planFromTable } from '../../../src/core/transfer/port.js';
import { corpusBytes, corpusTable, needCorpus } from '../support/corpus.js';
import { cacheOf, calib, tensorrtTable, textOf } from '../support/tables.js';

/** Describing names with scales of their own. */
const LINES = ['data: 3c010a14', 'stem/conv: 3c55b689', 'stem/relu: 3d000000', 'head/conv: 3d6b851f', 'prob: 3b810204'];

function sourcesOf({ rows }: Plan): (string | null)[] {
  return Array.from(rows, ({ name, source }) =>
    source?.kind === 'entry' ? `${name} < ${source.entry} (${source.rule})` : null,
  );
}

describe('a port to the names of another table', () => {
  it('takes every scale by name, in the new order', () => {
    const plan = planFromTable(cacheOf(...LINES), cacheOf(...[...LINES].reverse()), tensorrt);
    assert.deepEqual(sourcesOf(plan), [
      'prob < 4 (same name)',
      'head/conv < 3 (same name)',
      'stem/relu < 2 (same name)',
      'stem/conv < 1 (same name)',
      'data < 0 (same name)',
    ]);
    assert.deepEqual([plan.dropped, plan.warnings, plan.needsEveryRow], [[], [], false]);
  });

  it('fills nothing in by itself', () => {
    const plan = planFromTable(
      cacheOf(...LINES),
      cacheOf(...LINES.slice(0, 2), 'brand/new/pool: 41000000', ...LINES.slice(3)),
      tensorrt,
    );
    assert.deepEqual(missingRows(plan), ['brand/new/pool']);
    assert.deepEqual(plan.dropped, [{ name: 'stem/relu', why: 'nothing in the new table fits it' }]);
  });

  it('keeps the numbers of the old table, not those of the new', () => {
    const source = cacheOf(...LINES);
    const { bytes } = writePlan(
      source,
      planFromTable(source, cacheOf(...LINES.map((line) => line.replace(/.$/, 'f'))), tensorrt),
      'TRT-100100-EntropyCalibration2',
    );
    assert.equal(textOf(bytes), `TRT-100100-EntropyCalibration2\n${LINES.join('\n')}\n`);
  });

  it('drops what no cache can hold, and says why', () => {
    const { rows, dropped } = planFromTable(
      cacheOf('a: 7f800000', ...LINES),
      cacheOf('a: 3c010a14', ...LINES),
      tensorrt,
    );
    assert.equal(rows.sourceOf(0), null);
    assert.deepEqual(dropped, [{ name: 'a', why: 'its scale is Infinity' }]);
  });

  it('writes a name once, and no name that a cache can not hold', () => {
    const twins = planFromTable(cacheOf(...LINES, 'data: 3f000000'), cacheOf(...LINES, 'data: 3f000000'), tensorrt);
    assert.equal(twins.rows.names.filter((name) => name === 'data').length, 1);
    assert.deepEqual(twins.dropped, [{ name: 'data', why: 'a second entry of its name in the new table' }]);
    const odd = planFromTable(
      calib({ 'two\nlines': { scale: 0.5 }, ok: { scale: 0.25 }, fine: { scale: 0.125 } }),
      nvdla.read(corpusLike({ 'two\nlines': 0.5, ok: 0.25, fine: 0.125 })),
      tensorrt,
    );
    assert.deepEqual(
      odd.dropped.map(({ name }) => name),
      ['two\nlines'],
    );
  });

  it('says when the tables seem to be of different networks', () => {
    const other = Array.from({ length: 30 }, (_, i): [string, number] => [`other/${i}/block`, 3 + i / 7]);
    const plan = planFromTable(cacheOf(...LINES), tensorrt.read(tensorrt.write(tensorrtTable(other))), tensorrt);
    assert.match(plan.warnings.join(), /different networks/);
    assert.equal(missingRows(plan).length, 30);
  });

  it('warns of names of layers on either side', () => {
    const layers = calib({ data: { scale: 0.5 }, conv: { scale: 0.25 }, relu: { scale: 0.125 } });
    const tensors = cacheOf('data: 3f000000', 'conv: 3e800000', 'relu: 3e000000');
    assert.match(
      planFromTable(layers, tensors, tensorrt).warnings.join(),
      /names layers and the new one .* tensors.*Port with the network/,
    );
    assert.match(planFromTable(tensors, layers, tensorrt).warnings.join(), /TensorRT asks for names of tensors/);
    assert.deepEqual(planFromTable(tensors, tensors, tensorrt).warnings, []);
  });

  it('of any two tables has every old entry in a row or dropped, each once, and every new name once', () => {
    const line = fc.tuple(
      fc.constantFrom('a', 'b', 'c', 'conv1', '446', '447', '(Unnamed Layer* 3) [Scale]_output'),
      fc.integer({ min: 0x3a000000, max: 0x3f000000 }),
    );
    const table = fc
      .array(line, { maxLength: 12 })
      .map((lines) => cacheOf(...lines.map(([name, bits]) => `${name}: ${bits.toString(16)}`)));
    fc.assert(
      fc.property(table, table, (old, names) => {
        const { rows, dropped } = planFromTable(old, names, tensorrt);
        const used = Array.from(rows.entries(), (entry) => old.table.names[entry] ?? '');
        assert.deepEqual([...used, ...dropped.map(({ name }) => name)].sort(), [...old.table.names].sort());
        assert.deepEqual(rows.names, [...new Set(names.table.names)]);
      }),
    );
  });
});

/** An NVDLA file of these scales. */
function corpusLike(scales: Readonly<Record<string, number>>): Uint8Array {
  return calib(Object.fromEntries(Object.entries(scales).map(([name, scale]) => [name, { scale }]))).bytes;
}

describe('a port of published tables', () => {
  before(needCorpus);

  for (const [old, next] of [
    ['resnet50-trt7200.cache', 'resnet50-trt7203.cache'],
    ['retinanet-trt8402.cache', 'retinanet-trt8600.cache'],
  ] as const) {
    it(`${old} gives ${next} byte for byte`, () => {
      const [source, names] = [corpusTable(old), corpusTable(next)];
      const { bytes, report } = writePlan(source, planFromTable(source, names, tensorrt), names.table.header.raw);
      assert.equal(textOf(bytes), textOf(corpusBytes(next)));
      assert.deepEqual([report.missing, report.dropped], [[], []]);
    });
  }
});
