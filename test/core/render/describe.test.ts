import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { checkDocument } from '../../../src/core/check/index.js';
import { describeEntry, describeHeader, type Description } from '../../../src/core/render/describe.js';
import { formatById } from '../../../src/core/formats/index.js';

const CACHE =
  'TRT-8601-EntropyCalibration2\n(Unnamed Layer* 5) [Scale]_output: 3c55b689\nzero: 0\ninf: 7f800000\nneg: bc55b689\nb/Relu: 00000001\n';

describe('describe', () => {
  describe('an entry of a cache', () => {
    it('says its layer, scale, range, rounding error and bits', () => {
      assert.deepEqual(facts(entry('tensorrt', CACHE, 0)), {
        Layer: 'Scale, number 5 of the parsed network (it has no name of its own)',
        Scale: '0.013044008053839207 (one INT8 step)',
        'Dynamic range': '±1.656589',
        'Rounding error': 'at most 0.006522004 inside the range',
        'float32 bits': '3c55b689 = sign 0, exponent 120 (2^-7), mantissa 55b689',
        Entry: '1 of 5',
      });
    });

    it('has only its own findings', () => {
      assert.deepEqual(
        [0, 1, 2, 3, 4].map((i) => entry('tensorrt', CACHE, i).findings.map(({ rule }) => rule)),
        [[], ['zero-scale'], ['non-finite-scale'], ['negative-scale'], ['denormal-scale']],
      );
    });

    it('gives no range to a scale without one', () => {
      const infinite = facts(entry('tensorrt', CACHE, 2));
      assert.equal(infinite['Scale'], 'Infinity');
      assert.equal(infinite['Dynamic range'], undefined);
      assert.match(infinite['float32 bits'] ?? '', /exponent 255 \(infinite\)/);
    });

    it('gives the absolute range of a negative scale, and names a denormal one', () => {
      assert.equal(facts(entry('tensorrt', CACHE, 3))['Dynamic range'], '±1.656589');
      assert.match(facts(entry('tensorrt', CACHE, 4))['float32 bits'] ?? '', /denormal/);
      assert.equal(facts(entry('tensorrt', CACHE, 4))['Layer'], 'Relu, going by the name');
    });
  });

  describe('an entry of an NVDLA table', () => {
    const table = '{"a": {"scale": 0.5}, "b": {"scale": 0.1}, "c": {"offset": 0, "scale": "x"}}';

    it('tells exact float32 scales from rounded ones', () => {
      assert.match(facts(entry('nvdla', table, 0))['float32 bits'] ?? '', /^3f000000/);
      assert.match(facts(entry('nvdla', table, 1))['Nearest float32'] ?? '', /^3dcccccd/);
    });

    it('has no numbers where the file has none', () => {
      const { facts: said, findings } = entry('nvdla', table, 2);
      assert.deepEqual(
        said.map(({ label }) => label),
        ['Entry'],
      );
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ['nvdla-not-a-number'],
      );
    });
  });

  it('says what a file stores where that is not the scale', () => {
    assert.equal(facts(entry('tensorrt-ranges', 'a: 1.1892666816711426\n', 0))['Stored'], 'range 1.1892666816711426');
    assert.equal(facts(entry('ncnn', 'a_param_0 1\na 63.5\n', 0))['Stored'], 'reciprocal of the scale 63.5');
    assert.equal(facts(entry('tensorrt', CACHE, 0))['Stored'], undefined);
  });

  describe('a header', () => {
    const header = (line: string): Description => {
      const document = formatById('tensorrt').read(utf8Bytes(`${line}\ndata: 3c008912\n`));
      return describeHeader(document.table.header, checkDocument(document));
    };

    it('says version and algorithm, and what is known with its basis', () => {
      const description = header('TRT-101401-MinMaxCalibration');
      assert.deepEqual(facts(description), { 'Written by': 'TensorRT 10.14.1', Algorithm: 'MinMaxCalibration' });
      assert.ok(
        description.statements.some(({ basis }) => basis === 'inferred') &&
          description.statements.some(({ basis }) => basis === 'documented'),
      );
    });

    it('says what an odd one is', () => {
      assert.match(facts(header('TRT-8XXX-EntropyCalibration2 '))['Written by'] ?? '', /^not TensorRT/);
      assert.equal(facts(header('1'))['Written by'], 'TensorRT up to 5 (inferred)');
      assert.match(facts(header('0 3ff0000000000000 3fefffeb074a771d'))['Numbers'] ?? '', /^1 and 0\.99999: /);
      assert.deepEqual(
        header('hello').findings.map(({ rule }) => rule),
        ['unknown-header'],
      );
    });
  });
});

function entry(format: string, text: string, index: number): Description {
  const document = formatById(format).read(utf8Bytes(text));
  return describeEntry(document.table, index, checkDocument(document));
}

function facts(description: Description): Record<string, string> {
  return Object.fromEntries(description.facts.map(({ label, text }) => [label, text]));
}
