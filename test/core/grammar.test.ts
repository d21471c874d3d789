import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';
import { bomLength, utf8Text } from '../../src/core/bytes/bytes.js';
import { isEntryLine } from '../../src/core/formats/tensorrt/read.js';
import { cacheFile } from './support/arbitraries.js';

const SUFFIX = '.tensorrt-calibration-cache';
const grammarFile = join(__dirname, '../../syntaxes/tensorrt-calibration-cache.tmLanguage.json');

interface Piece {
  readonly text: string;
  readonly scopes: string;
}

describe('grammar', () => {
  let grammar: textmate.IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  /** The pieces of the last of some lines; whole words of their scopes, language suffix left out. */
  function pieces(...lines: string[]): Piece[] {
    let state: textmate.StateStack = textmate.INITIAL;
    let result: Piece[] = [];
    for (const line of lines) {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      result = tokens.map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes: scopes
          .slice(1)
          .map((scope) => scope.replaceAll(SUFFIX, ''))
          .join(' '),
      }));
    }
    return result;
  }

  /** An entry's pieces, in a file with a header. */
  const entry = (line: string): Piece[] => pieces('TRT-8601-EntropyCalibration2', line);

  function hasPiece(of: Piece[], text: string, scope: string): void {
    assert.ok(
      of.some((piece) => piece.text === text && piece.scopes.includes(scope)),
      `no "${text}" with ${scope} in ${JSON.stringify(of)}`,
    );
  }

  describe('header', () => {
    it('splits TRT-<n>-<algorithm>', () => {
      const header = pieces('TRT-101401-EntropyCalibration2');
      hasPiece(header, 'TRT', 'keyword.other.trt');
      hasPiece(header, '101401', 'constant.numeric.version');
      hasPiece(header, 'EntropyCalibration2', 'support.type.algorithm');
    });

    it('marks a version that is none, with a trailing space too', () => {
      const header = pieces('TRT-8XXX-EntropyCalibration2 ');
      hasPiece(header, '8XXX', 'invalid.deprecated.version');
      hasPiece(header, 'EntropyCalibration2', 'support.type.algorithm');
    });

    it('names an unknown algorithm without blaming it', () => {
      hasPiece(pieces('TRT-8601-Percentile'), 'Percentile', 'entity.name.type.algorithm');
    });

    it('knows the old "1"', () => hasPiece(pieces('1'), '1', 'meta.header.one keyword.other.header'));

    for (const line of ['0 3ff0000000000000 3fefffeb074a771d', '03ff00000000000003feffffde7210be9']) {
      it(`knows the legacy calibrator's "${line.slice(0, 4)}…"`, () => {
        const header = pieces(line);
        hasPiece(header, '0', 'meta.header.legacy keyword.other.header');
        hasPiece(header, '3ff0000000000000', 'constant.numeric.hex.float64');
      });
    }

    it('marks any other first line, but not an entry', () => {
      hasPiece(pieces('hello world'), 'hello world', 'invalid.deprecated.header');
      hasPiece(pieces('data: 3c008912'), '3c008912', 'constant.numeric.hex');
    });

    it('is looked for in line 1 only', () =>
      hasPiece(entry('TRT-8601-EntropyCalibration2'), 'TRT-8601-EntropyCalibration2', 'invalid.illegal.line'));
  });

  describe('entry', () => {
    it('splits at the last colon', () => {
      const line = entry('input_1:0: 3c010a14');
      hasPiece(line, 'input_1', 'entity.name.tag.tensor');
      hasPiece(line, '0', 'constant.numeric.output');
      hasPiece(line, ':', 'punctuation.separator.key-value');
      hasPiece(line, '3c010a14', 'constant.numeric.hex');
    });

    it('takes an unnamed layer apart', () => {
      const line = entry('(Unnamed Layer* 50) [Fully Connected]_output: 3c55b689');
      hasPiece(line, 'Unnamed Layer*', 'keyword.other.unnamed');
      hasPiece(line, '50', 'constant.numeric.layer');
      hasPiece(line, 'Fully Connected', 'entity.name.type.layer');
      hasPiece(line, '_output', 'storage.modifier.output');
    });

    it('knows the older unnamed tensors', () =>
      hasPiece(entry('(Unnamed ITensor* 22): 3c55b689'), '22', 'constant.numeric.layer'));

    it('marks path separators', () => {
      const line = entry('/model.0/ns::conv/Conv_output_0: 3c55b689');
      assert.equal(line.filter(({ scopes }) => scopes.includes('punctuation.separator.path')).length, 4);
    });

    it('takes a 0x prefix, capitals, short hex and a bare 0', () => {
      const line = entry('a: 0x3C55B689');
      hasPiece(line, '0x', 'keyword.other.unit.hexadecimal');
      hasPiece(line, '3C55B689', 'constant.numeric.hex');
      hasPiece(entry('a: 55b689'), '55b689', 'constant.numeric.hex.short');
      hasPiece(entry('a: 0 '), '0', 'constant.numeric.hex.short');
    });

    for (const [hex, scope] of [
      ['7f800000', 'non-finite'],
      ['7fc00000', 'non-finite'],
      ['ff800000', 'non-finite'],
      ['bc55b689', 'negative'],
      ['80000000', 'negative'],
    ]) {
      it(`marks ${hex} as ${scope}`, () =>
        hasPiece(entry(`a: ${hex}`), hex ?? '', `constant.numeric.hex invalid.illegal.${scope}`));
    }

    for (const value of ['3c55b68901', 'hello', '0.5', '3c55 b689', '0x']) {
      it(`marks the value "${value}"`, () => hasPiece(entry(`a: ${value}`), value, 'invalid.illegal.value'));
    }

    for (const line of ['no colon here', ': 3c55b689']) {
      it(`marks the line "${line}"`, () => hasPiece(entry(line), line, 'invalid.illegal.line'));
    }

    it('takes names with non-ASCII letters', () =>
      hasPiece(entry('层/relu: 3c55b689'), '层', 'entity.name.tag.tensor'));

    it('stays fast on a long line without a colon', () => {
      entry('x'.repeat(20000));
      entry(`${': '.repeat(10000)}x`);
    });
  });

  it('takes for readable what the reader takes for readable', () => {
    fc.assert(fc.property(cacheFile, ({ bytes }) => checkText(utf8Text(bytes.subarray(bomLength(bytes))))));
  });

  it('agrees with the reader on every sample', () => {
    const samples = join(__dirname, '../../samples');
    const caches = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.cache') && !path.includes('labels'),
    );
    assert.ok(caches.length > 0);
    for (const path of caches) checkText(readFileSync(join(samples, path), 'utf8'));
  });

  /** Without the first line: what stands there is a header, or else an entry. */
  function checkText(text: string): void {
    for (const line of text
      .split(/\r?\n/)
      .slice(1)
      .filter((candidate) => candidate.trim() !== '')) {
      const readable = entry(line).some(({ scopes }) => scopes.includes('constant.numeric.hex'));
      assert.equal(readable, isEntryLine(line), line);
    }
  }
});

async function loadGrammar(): Promise<textmate.IGrammar> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile),
  });
  const grammar = await registry.loadGrammar('source.tensorrt-calibration-cache');
  return grammar ?? assert.fail('no grammar');
}
