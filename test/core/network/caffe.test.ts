import assert from 'node:assert/strict';
import { utf8Bytes } from '../../../src/core/bytes/bytes.js';
import { readNetwork } from '../../../src/core/naming/networkKinds.js';
import { NetworkError, type Network } from '../../../src/core/network/network.js';

function caffe(text: string): Network {
  return readNetwork(utf8Bytes(text), 'net.prototxt');
}

/** Name, type, bottoms and tops of each layer, short to compare. */
function layersOf({ layers }: Network): string[] {
  return layers.map(({ name, type, bottoms, tops }) => `${name} ${type}: ${bottoms.join()} > ${tops.join()}`);
}

const CONV = 'layer { name: "c" type: "Convolution" bottom: "data" top: "c" }';

describe('reading a prototxt', () => {
  it('takes comments, both quotes, joined strings and escapes', () => {
    const net = caffe(
      '# a "net" {\nname: "N" \'ET\'\nlayer { # layer {\n name: "a\\"b\\\\\\x41\\102\\n" type: \'it"s\' top: "\\346\\274\\242" }\n',
    );
    assert.equal(net.name, 'NET');
    assert.deepEqual(layersOf(net), ['a"b\\AB\n it"s:  > 漢']);
  });

  it('skips fields that it does not know, whatever they hold', () => {
    const unknown = [
      'a: 1 b: -1.5e-3 c: -inf d: "x" "y" e: TRUE f: [1, 2] g: [] h { i { j: "}" } } k < l: 1 m { n: ">" } > o: { p: 1 }',
      'q: [{ r: 1 }, { s: "]" }] t: .5f u: 0x1F; v: 077,',
      'w # a comment between\n: 3 x\n{ y: 1 }',
    ];
    for (const text of unknown) {
      assert.deepEqual(
        layersOf(caffe(`${text}\nlayer { ${text} name: "c" top: "t" type: "Convolution" ${text} } ${text}`)),
        ['c Convolution:  > t'],
        text,
      );
    }
  });

  it('takes angle brackets, colons before messages, and lists', () => {
    const net = caffe(
      'layer: < name: "c" type: "Concat" bottom: ["a", "b"] bottom: "d" top: "t" >\nlayer: [{ name: "x" }, { name: "y" }]',
    );
    assert.deepEqual(layersOf(net), ['c Concat: a,b,d > t', 'x :  > ', 'y :  > ']);
  });

  it('takes any line end, a mark at the start, and no line end at the end', () => {
    for (const text of [`${CONV}\n`, CONV, CONV.replaceAll(' ', '\r\n'), `\ufeff${CONV}`])
      assert.deepEqual(layersOf(caffe(text)), ['c Convolution: data > c']);
  });

  it('leaves out a layer for testing only, and says which have rules that TensorRT does not look at', () => {
    const net = caffe(`${CONV}
      layer { name: "t" phase: TEST } layer { name: "t1" phase: 1 } layer { name: "r" phase: TRAIN }
      layer { name: "i" include { phase: TEST stage: "x" } } layer { name: "e" exclude { phase: TRAIN } }`);
    assert.deepEqual(
      net.layers.map(({ name }) => name),
      ['c', 'r', 'i', 'e'],
    );
    assert.ok(
      net.notes.some((note) => note.includes('2 layers') && note.includes('"i", "e"')),
      net.notes.join(),
    );
  });

  it('finds inputs in all the ways to declare them', () => {
    assert.deepEqual(caffe(`input: "data" input_dim: 1 input_dim: 3 ${CONV}`).inputs, ['data']);
    assert.deepEqual(
      caffe(`input: "a" input_shape { dim: 1 dim: 3 } input: "b" input_shape < dim: [1, 2] > ${CONV}`).inputs,
      ['a', 'b'],
    );
    assert.deepEqual(
      caffe(`${CONV} layer { name: "in" type: "Input" top: "a" top: "b" input_param { shape: { dim: 1 } } }`).inputs,
      ['a', 'b'],
    );
  });

  it('takes the first top of a data layer for an input, and says so', () => {
    const net = caffe(`layer { name: "d" type: "Data" top: "data" top: "label" include { phase: TRAIN } } ${CONV}`);
    assert.deepEqual([net.inputs, net.layers.map(({ name }) => name)], [['data'], ['c']]);
    assert.ok(net.notes.some((note) => note.includes('only Input layers')));
  });

  it('takes the data layers of both phases for one input', () => {
    const data = (phase: string): string =>
      `layer { name: "d" type: "Data" top: "data" top: "label" include { phase: ${phase} } }`;
    assert.deepEqual(caffe(`${data('TRAIN')} ${data('TEST')} ${CONV}`).inputs, ['data']);
  });

  it('says that NVDLA knows only the first of several top-level inputs', () => {
    assert.ok(caffe(`input: "a" input: "b" ${CONV}`).notes.some((note) => note.includes('NVDLA')));
    assert.deepEqual(caffe(`input: "a" ${CONV}`).notes, []);
  });

  it('keeps what decides how many layers a Reduction becomes', () => {
    const reductions = [
      '',
      'reduction_param { axis: 1 }',
      'reduction_param { operation: SUMSQ coeff: 0.5 }',
      'reduction_param { operation: 2 }',
    ];
    const net = caffe(reductions.map((text) => `layer { type: "Reduction" ${text} }`).join('\n'));
    assert.deepEqual(
      net.layers.map(({ reduction }) => reduction),
      [
        { operation: 'SUM', coefficient: 1 },
        { operation: 'SUM', coefficient: 1 },
        { operation: 'SUMSQ', coefficient: 0.5 },
        { operation: 'ASUM', coefficient: 1 },
      ],
    );
  });
});

describe('a broken prototxt', () => {
  const cases: [string, string, number | null, RegExp][] = [
    ['a brace that is never closed', 'layer {\n name: "c"\n param {\n }\n', 5, /expected '}'/],
    ['a brace too many', `${CONV}\n}\n`, 2, /}/],
    ['a string that does not end', 'layer {\n name: "c\n}', 2, /string/],
    ['a name without quotes', 'layer {\n name: conv1\n}', 2, /string/],
    ['a name that is a number, past the middle', `${`${CONV}\n`.repeat(9)}layer { name: 5 }\n${CONV}`, 10, /string/],
    ['a phase that there is not', `${CONV}\n\nlayer {\n  phase: SOMETIMES\n}\n${`${CONV}\n`.repeat(9)}`, 4, /phase/],
    ['a name given twice', `${CONV}\nlayer {\n name: "a"\n name: "b" }\n${CONV}`, 4, /multiple/],
    ['a coefficient that is text', 'layer {\n reduction_param { coeff:\n"x" } }', 3, /float/],
    ['an escape that there is not', 'layer { name: "\\q" }', 1, /escape/],
    ['a stray character', `${CONV}\n%`, 2, /%/],
    ['no value', 'layer {\n name:\n', null, /string/],
  ];
  for (const [what, text, line, reason] of cases) {
    it(`says file, line and reason: ${what}`, () =>
      assert.throws(
        () => caffe(text),
        (error) => {
          assert.ok(error instanceof NetworkError);
          assert.equal(error.file, 'net.prototxt');
          if (line !== null) assert.equal(error.line, line, error.message);
          assert.match(error.reason, reason);
          assert.ok(error.message.startsWith('net.prototxt:'), error.message);
          return true;
        },
      ));
  }

  it('is an old one: it says so, and what to do', () => {
    assert.throws(
      () => caffe('name: "old"\nlayers { name: "c" type: CONVOLUTION blobs_lr: 1 }\nlayers { layer { name: "x" } }'),
      /2 layers are written the old way.*upgrade_net_proto_text/,
    );
  });

  it('is partly old: the old layers are told of', () => {
    assert.ok(caffe(`layers { name: "o" } ${CONV}`).notes.some((note) => note.includes('1 old "layers"')));
  });

  it('has no layer: empty, blank, a solver', () => {
    for (const text of ['', ' \n', '# nothing', 'base_lr: 0.1\nsolver_mode: GPU\n'])
      assert.throws(() => caffe(text), /no "layer"/, text);
  });
});

describe('a big prototxt', () => {
  it('of 5,000 layers is read in about a second, though its last ones bring ever new fields', function () {
    this.timeout(60000);
    const layer = (i: number): string =>
      `layer {\n name: "l${i}"\n type: "Scale"\n bottom: "b${i - 1}"\n top: "b${i}"\n param { lr_mult: 1 }\n fork_field_${Math.max(i, 4800)} { x: 1 y: "z" }\n scale_param { bias_term: true }\n}\n`;
    const text = Array.from({ length: 5000 }, (_, i) => layer(i)).join('');
    assert.equal(caffe(text).layers.length, 5000);
  });
});
