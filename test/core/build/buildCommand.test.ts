import assert from 'node:assert/strict';
import { buildCommand, TRTEXEC } from '../../../src/core/build/buildCommand.js';

const PLACES = {
  table: '/a b/$(rm -rf ~)/${model}.cache',
  model: "/it's.onnx",
  weights: '',
  layers: '/l.json',
  folder: '/tmp/x',
};

describe('the command that builds', () => {
  it('takes names as they are: no shell sees them, and what is in them is no placeholder', () => {
    assert.deepEqual(buildCommand(['trtexec', '--calib=${table}', '--onnx=${model}'], PLACES), {
      program: 'trtexec',
      args: ['--calib=/a b/$(rm -rf ~)/${model}.cache', "--onnx=/it's.onnx"],
      usesFolder: false,
    });
  });

  it('asks trtexec for what leaves traces', () => {
    const { args } = buildCommand(TRTEXEC, PLACES);
    for (const flag of ['--verbose', '--profilingVerbosity=detailed', '--exportLayerInfo=/l.json'])
      assert.ok(args.includes(flag), flag);
  });

  it('works on copies where it names their folder', () => {
    assert.equal(buildCommand(['docker', 'run', '-v', '${folder}:/work'], PLACES).usesFolder, true);
  });

  it('is refused when it is none, with what to do', () => {
    assert.throws(() => buildCommand([], PLACES), /its first part has to be a program/);
    assert.throws(() => buildCommand(['trtexec'], PLACES), /neither \$\{table\} nor \$\{folder\}/);
    assert.throws(
      () => buildCommand(['x', '${table}', '${engine}'], PLACES),
      /placeholder \$\{engine\}; there are \$\{table\}, \$\{model\}/,
    );
    assert.throws(() => buildCommand(['x', '${table}', '${__proto__}'], PLACES), /placeholder/);
  });
});
