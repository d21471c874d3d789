/** The committed samples: made by the generator, and what their README says. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeSamples } from '../../samples/generator/samples.js';
import { checkDocument } from '../../src/core/check/index.js';
import { diffTables } from '../../src/core/diff/diff.js';
import type { TableDocument } from '../../src/core/formats/format.js';
import { detect } from '../../src/core/formats/index.js';

const folder = resolve(__dirname, '../../samples');
const readme = readFileSync(join(folder, 'README.md'), 'utf8');

function read(path: string): TableDocument {
  const bytes = Uint8Array.from(readFileSync(join(folder, path)));
  const detection = detect(bytes, path);
  assert.ok(detection.kind === 'table', path);
  return detection.format.read(bytes);
}

describe('the samples', () => {
  for (const [path, content] of makeSamples()) {
    it(`${path} is what the generator makes, and in the README`, () => {
      assert.deepEqual(readFileSync(join(folder, path)), Buffer.from(content as string));
      assert.ok(readme.includes(`\`${path}\``));
    });
  }

  for (const path of [...makeSamples().keys()].filter((file) => /^(resnet34|detector)\/.*\.(cache|json)$/.test(file))) {
    it(`${path} has nothing wrong`, () => assert.deepEqual(checkDocument(read(path)), []));
  }

  it('the broken cache breaks every rule for caches that lines can break', () => {
    const rules = new Set(checkDocument(read('broken.cache')).map(({ rule }) => rule));
    for (const rule of [
      'zero-scale',
      'non-finite-scale',
      'negative-scale',
      'denormal-scale',
      'duplicate-name',
      'hex-length',
      'unreadable-line',
    ] as const) {
      assert.ok(rules.has(rule), rule);
    }
  });

  it('the broken NVDLA table breaks every rule for those', () => {
    const rules = new Set(checkDocument(read('broken-calib.json')).map(({ rule }) => rule));
    for (const rule of [
      'nvdla-no-scale',
      'nvdla-not-a-number',
      'nvdla-min-max-ignored',
      'nvdla-offset',
      'zero-scale',
      'negative-scale',
      'duplicate-name',
    ] as const) {
      assert.ok(rules.has(rule), rule);
    }
  });

  it('the NVDLA twin holds the same scales by layer, in the same order', () => {
    const [cache, calib] = [read('resnet34/resnet34-trt7203.cache').table, read('resnet34/resnet34-calib.json').table];
    assert.deepEqual(calib.values, cache.values);
    const scaleOf = new Map(cache.names.map((name, i) => [name, cache.values[i]]));
    assert.ok(
      calib.names.filter((name, i) => scaleOf.has(name) && scaleOf.get(name) !== calib.values[i]).length > 20,
      'by name alone most would be wrong',
    );
    const { summary } = diffTables(cache, calib);
    assert.deepEqual(
      [summary.changed, summary.removed, summary.added],
      [0, 0, 0],
      'a comparison goes by more than names',
    );
  });

  it('files that are something else are known for what they are', () => {
    for (const [path, kind] of [
      ['labels.cache', 'label-cache'],
      ['camera/calib.json', 'camera-calibration'],
    ] as const) {
      const detection = detect(readFileSync(join(folder, path)), path);
      assert.equal(detection.kind === 'foreign' && detection.foreign.id, kind);
    }
  });
});
