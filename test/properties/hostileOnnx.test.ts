/** Networks that nobody exports: broken, endless, or named to confuse. Each is read or refused in words, soon. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { utf8Bytes } from '../../src/core/bytes/bytes.js';
import { coverage } from '../../src/core/check/coverage.js';
import { matchLayers, matchTensors } from '../../src/core/naming/match.js';
import { readNetwork } from '../../src/core/naming/networkKinds.js';
import { NetworkError } from '../../src/core/network/network.js';
import { body, node, onnxModel, value } from '../core/support/onnxModel.js';
import { cacheOf } from '../core/support/tables.js';

const MEMBERS = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', 'toLowerCase', 'length'];

/** Reads a network and checks a table with it; null when it is refused with a reason. */
function used(bytes: Uint8Array, file: string): number | null {
  try {
    const network = readNetwork(bytes, file);
    const table = cacheOf('a: 3c010204', '(Unnamed Layer* 0) [constructor]_output: 3c010204', '__proto__: 3c010204');
    matchLayers(table.table.names, network);
    matchTensors(table.table.names, network);
    return coverage(table, network).findings.length;
  } catch (error) {
    assert.ok(error instanceof NetworkError && error.reason.length > 5, String(error));
    return null;
  }
}

function nested(depth: number): object {
  let inner: object = { node: [node('Relu', ['x'], ['y0'])], output: [{ name: 'y0' }] };
  for (let i = 1; i < depth; i++)
    inner = {
      node: [node('If', ['x'], [`y${i}`], { attribute: [body('then_branch', inner)] })],
      output: [{ name: `y${i}` }],
    };
  return { ...inner, input: [value('x', 1)] };
}

/** The same as bytes, by hand: no writer goes so deep. */
function nestedBytes(depth: number): Uint8Array {
  const heads: Buffer[] = [];
  let length = 0;
  for (let i = 0; i < depth; i++)
    for (const id of [6, 5, 1]) {
      const head = Buffer.from([...tag(id), ...varint(length)]);
      heads.push(head);
      length += head.length;
    }
  return Uint8Array.from(Buffer.concat([Buffer.from([...tag(7), ...varint(length)]), ...heads.reverse()]));
}

function tag(id: number): number[] {
  return varint(id * 8 + 2);
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

describe('hostile networks', () => {
  it('names and types like members of Object are names, in both kinds of files', () => {
    for (const name of MEMBERS) {
      const graph = {
        input: [value(name, 1)],
        node: [node(name, [name], [`${name}2`], { name })],
        output: [{ name: `${name}2` }],
      };
      assert.ok(used(onnxModel(graph), 'm.onnx') !== null, name);
      const layer = `layer { name: "${name}" type: "${name}" bottom: "${name}" top: "${name}" }`;
      assert.ok(used(utf8Bytes(`input: "${name}"\n${layer}\n${layer}`), 'm.prototxt') !== null, name);
      assert.ok(
        used(
          utf8Bytes(`input: "x"\n${name} { ${name}: 1 }\nlayer { name: "a" type: "ReLU" ${name}: 3 }`),
          'm.prototxt',
        ) !== null,
        name,
      );
    }
  });

  it('graphs nested 20 deep are read, those nested 1,000 deep refused in words', () => {
    assert.notEqual(used(onnxModel(nested(20)), 'm.onnx'), null);
    for (const depth of [65, 100, 1000, 20_000])
      assert.throws(() => readNetwork(nestedBytes(depth), 'm.onnx'), NetworkError, `${depth} deep`);
  });

  it('a cycle of nodes is read: types that it leaves open are open', () => {
    const graph = { node: [node('Identity', ['b'], ['a']), node('Identity', ['a'], ['b'])], output: [{ name: 'b' }] };
    assert.notEqual(used(onnxModel(graph), 'm.onnx'), null);
  });

  it('functions that call themselves are refused in words; those that double at each of 60 steps come to an end', () => {
    const call = (name: string, to: string): object => node(name, ['a'], [to], { domain: 'my' });
    const fn = (name: string, ...calls: object[]): object => ({
      name,
      domain: 'my',
      input: ['a'],
      output: ['b'],
      node: calls,
    });
    const model = (functions: object[]): Uint8Array =>
      onnxModel({ input: [value('a', 1)], node: [call('f0', 'y')], output: [{ name: 'y' }] }, { functions });
    assert.equal(used(model([fn('f0', call('f0', 'b'))]), 'm.onnx'), null);
    const doubling = Array.from({ length: 60 }, (_, i) => fn(`f${i}`, call(`f${i + 1}`, 'b'), call(`f${i + 1}`, 'c')));
    assert.notEqual(used(model([...doubling, fn('f60', node('Relu', ['a'], ['b']))]), 'm.onnx'), null);
  });

  it('a model cut off anywhere, or with bytes changed, is read or refused in words', () => {
    const whole = onnxModel(nested(3));
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }),
        (end, changes) => {
          const bytes = whole.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          used(bytes.slice(0, end), 'm.onnx');
        },
      ),
      { numRuns: 500 },
    );
  });
});
