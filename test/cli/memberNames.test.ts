/** Layers and tensors that are named like what every JavaScript object has: names like all others. */
import assert from 'node:assert/strict';
import { HEADER, jsonOf, runs, Workspace } from './support.js';

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

const cache = (bits: string): string => [HEADER, ...NAMES.map((name) => `${name}: ${bits}`), ''].join('\n');
const calib = `{ ${NAMES.map((name) => `"${name}": { "scale": 0.5 }`).join(', ')} }`;
const layers = NAMES.map((name, i) => {
  const bottom = i === 0 ? 'data' : NAMES[i - 1];
  return `layer { name: "${name}" type: "ReLU" bottom: "${bottom}" top: "${name}" }`;
});

describe('names like members of Object', () => {
  const files = new Workspace();
  const write = (): void => {
    files.file('old.cache', cache('3c010204'));
    files.file('new.cache', cache('3c810204'));
    files.file('calib.json', calib);
    files.file('only.json', '{ "__proto__": { "scale": 0.5 } }');
    files.file('ort.json', `{ ${NAMES.map((name) => `"${name}": [-1, 1]`).join(', ')} }`);
    files.file('table.csv', `name,scale,constructor,__proto__\n${NAMES.map((name) => `${name},0.5,1,2`).join('\n')}\n`);
    files.file('net.prototxt', [`input: "data"`, ...layers].join('\n'));
  };

  const shown = (file: string): string[] =>
    jsonOf<{ entries: { name: string }[] }>(0, 'show', files.path(file), '--json').entries.map(({ name }) => name);

  it('are shown, whatever the format', () => {
    write();
    for (const file of ['old.cache', 'calib.json', 'ort.json', 'table.csv']) assert.deepEqual(shown(file), NAMES, file);
    assert.deepEqual(shown('only.json'), ['__proto__']);
  });

  it('are checked, with a network too', () => {
    write();
    const { stdout } = runs(0, 'check', files.path('calib.json'));
    assert.doesNotMatch(stdout, /undefined|native code/);
    const by = runs(1, 'check', files.path('old.cache'), '--network', files.path('net.prototxt')).stdout;
    assert.match(by, /"data"/);
    assert.doesNotMatch(by, /unknown-entry|undefined|native code/);
  });

  it('are compared', () => {
    write();
    const diff = jsonOf<{ summary: { changed: number; added: number; removed: number } }>(
      0,
      'diff',
      files.path('old.cache'),
      files.path('new.cache'),
      '--json',
    );
    assert.deepEqual([diff.summary.changed, diff.summary.added, diff.summary.removed], [5, 0, 0]);
  });

  it('are converted there and back', () => {
    write();
    runs(
      0,
      'convert',
      files.path('calib.json'),
      '--to',
      'tensorrt',
      '--trt-version',
      '8.6.1',
      '--algorithm',
      'EntropyCalibration2',
      '-o',
      files.path('back.cache'),
    );
    assert.deepEqual(shown('back.cache'), NAMES);
    runs(0, 'convert', files.path('back.cache'), '--to', 'nvdla', '-o', files.path('again.json'));
    assert.deepEqual(shown('again.json'), NAMES);
    runs(0, 'convert', files.path('calib.json'), '--to', 'onnxruntime-json', '-o', files.path('ort2.json'));
    assert.deepEqual(shown('ort2.json'), NAMES);
  });

  it('are ported and merged', () => {
    write();
    runs(
      0,
      'port',
      files.path('old.cache'),
      '--names-from',
      files.path('new.cache'),
      '--trt-version',
      '8.6.1',
      '-o',
      files.path('ported.cache'),
    );
    assert.equal(files.text('ported.cache'), cache('3c010204'));
    const merge = (...take: string[]): void =>
      void runs(
        0,
        'merge',
        files.path('old.cache'),
        files.path('new.cache'),
        '--take',
        ...take,
        '-o',
        files.path('merged.cache'),
        '--force',
        '--force-unrelated',
      );
    merge('changed');
    assert.equal(files.text('merged.cache'), cache('3c810204'));
    merge('__proto__', 'constructor');
    assert.equal(files.text('merged.cache').match(/: 3c810204/g)?.length, 2);
  });
});
