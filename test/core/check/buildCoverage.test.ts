/** Tables against what a build left. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildIn, buildInText, type Build } from '../../../src/core/build/index.js';
import { buildCoverage } from '../../../src/core/check/buildCoverage.js';
import type { Coverage } from '../../../src/core/check/coverage.js';
import { readYardstick } from '../../../src/core/check/yardstick.js';
import type { TableDocument } from '../../../src/core/formats/format.js';
import { tensorrt } from '../../../src/core/formats/tensorrt/tensorrt.js';
import { words } from '../build/logWords.js';
import { cacheOf } from '../support/tables.js';

const log = (...lines: string[]): Build =>
  buildInText(lines.map((line) => `[V] [TRT] ${line}`).join('\n')) ?? assert.fail();
const range = (name: string, high: number): string => `Setting dynamic range for ${name} to [-${high},${high}]`;

function said({ findings }: Coverage): unknown[] {
  return findings.map(({ rule, severity, entry, line }) => [rule, severity, entry, line]);
}

function messages({ findings }: Coverage): string {
  return findings.map(({ message }) => message).join('\n');
}

describe('coverage by a build log', () => {
  const table: TableDocument = cacheOf('a: 3c010204', 'b:0: 3c010204', 'c: 3c010204');

  it('finds nothing where the build used the table as it is, to the digits of the log', () => {
    const build = log(range('a', 1), range('b:0', 1.00000999), range('c', 0.99999));
    assert.deepEqual(buildCoverage(table, build), { missing: [], unknown: [], findings: [] });
  });

  it('lists what the build lacked', () => {
    const result = buildCoverage(table, log(words.missing('(Unnamed Layer* 3) [Constant]_output')));
    assert.deepEqual([result.missing, result.unknown], [['(Unnamed Layer* 3) [Constant]_output'], []]);
    assert.deepEqual(said(result), [['missing-entry', 'warning', null, null]]);
  });

  it('lists what the build never set, if it told of ranges at all', () => {
    assert.deepEqual(buildCoverage(table, log(range('a', 1), range('b:0', 1))).unknown, ['c']);
    assert.deepEqual(buildCoverage(table, log(words.missing('x'))).unknown, []);
  });

  it('takes ranges of inputs and outputs for a part, where a cache was read', () => {
    const build = log(words.reading('EntropyCalibration2'), range('a', 1), range('c', 1));
    assert.deepEqual(buildCoverage(table, build), { missing: [], unknown: [], findings: [] });
  });

  it('takes scale lines for the whole', () => {
    const build = log(words.reading('EntropyCalibration2'), words.scale('a', 1 / 127), words.scale('c', 0.5));
    const result = buildCoverage(table, build);
    assert.deepEqual(result.unknown, ['b:0']);
    assert.deepEqual(said(result), [
      ['log-range-differs', 'warning', 'c', 4],
      ['unknown-entry', 'info', 'b:0', 3],
    ]);
    assert.match(messages(result), /The build used scale 0\.5, the table says 0\.00787402:/);
  });

  it('tells ranges of another table', () => {
    const result = buildCoverage(table, log(range('a', 1), range('b:0', 2.5), range('c', 1), range('elsewhere', 9)));
    assert.deepEqual(said(result), [['log-range-differs', 'warning', 'b:0', 3]]);
    assert.match(messages(result), /±2\.5, the table says ±1:/);
  });

  it('tells an infinite range', () =>
    assert.deepEqual(
      said(buildCoverage(table, log('Setting dynamic range for a to [-inf,inf]', range('b:0', 1), range('c', 1)))),
      [['log-range-differs', 'warning', 'a', 2]],
    ));

  it('tells when the build lacked what the table has: it used another, or refused this one', () => {
    assert.deepEqual(said(buildCoverage(table, log(words.missing('c')))), [['log-range-differs', 'warning', 'c', 4]]);
    assert.deepEqual(said(buildCoverage(table, log(words.missing('c'), words.refused))), [
      ['cache-refused', 'error', null, null],
    ]);
  });

  it('tells a tensor that was 0 everywhere', () =>
    assert.deepEqual(said(buildCoverage(table, log(words.zero('a')))), [['missing-entry', 'warning', 'a', 2]]));

  it("asks nothing of the inspector's JSON: an absent tensor may be fused away", () => {
    const layer = { Name: 'l', LayerType: 'x', Inputs: [{ Name: 'a', 'Format/Datatype': 'Int8' }], Outputs: [] };
    const build = buildInText(JSON.stringify({ Layers: [layer], Bindings: [] })) ?? assert.fail();
    assert.deepEqual(buildCoverage(table, build), { missing: [], unknown: [], findings: [] });
  });

  it('without a complaint is good news', () => {
    const bytes = new TextEncoder().encode(`[I] [TRT] ${words.reading('EntropyCalibration2')}\n`);
    const { notes, check } = readYardstick(bytes, 'build.log');
    assert.deepEqual(notes, ['The build took a cache and missed nothing (EntropyCalibration2).']);
    assert.deepEqual(check(table).findings, []);
  });
});

describe('logs that fell short', () => {
  const folder = resolve(__dirname, '../../../../shared/cases');
  const result = (table: string, yardstick = table): Coverage => {
    const build = buildIn(readFileSync(join(folder, `${yardstick}.log`))) ?? assert.fail('no log');
    return buildCoverage(tensorrt.read(readFileSync(join(folder, `${table}.cache`))), build);
  };

  before(function () {
    if (existsSync(folder)) return;
    console.warn(`      (no ${folder}: these logs are not tested)`);
    this.skip();
  });

  it('scale lines of verbose builds', () => {
    assert.deepEqual(said(result('01-scales')), [
      ['log-range-differs', 'warning', '/conv/Conv_output_0', 4],
      ['unknown-entry', 'info', '/old/Relu_output_0', 5],
    ]);
  });

  it('other words for the same thing', () => {
    const { missing, findings } = result('02-old-words');
    assert.deepEqual(missing, ['input.1']);
    assert.deepEqual(
      findings.map(({ rule, entry }) => [rule, entry]),
      [
        ['missing-entry', null],
        ['log-range-differs', '1316'],
      ],
    );
  });

  it('names in brackets', () =>
    assert.deepEqual(said(result('03-brackets')), [['log-range-differs', 'warning', 'softmax0 copy', 3]]));
  it('a partial list', () => assert.deepEqual(said(result('04-io-only')), []));
  it('no complaint', () => assert.deepEqual(said(result('04-io-only', '05-all-well')), []));
  it('infinity', () =>
    assert.deepEqual(said(result('06-inf-in-log')), [['log-range-differs', 'warning', 'images', 2]]));
});
