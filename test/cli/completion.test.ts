import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { runs, Workspace } from './support.js';

/** What bash offers for the last of these words. */
function offered(script: string, ...words: string[]): string[] {
  const program = `source "${script}"; COMP_WORDS=(${words.map((word) => `"${word}"`).join(' ')}); COMP_CWORD=${words.length - 1}
    _calibration_tables; echo "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', program], { encoding: 'utf8' });
  assert.equal(stderr, '');
  return stdout.trim().split(/\s+/).filter(Boolean);
}

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

describe('completion', () => {
  const workspace = new Workspace();

  it('of bash completes commands, options, formats and rules', function () {
    if (!has('bash')) return this.skip();
    const script = workspace.file('completion.bash', runs(0, 'completion', 'bash').stdout);
    const word = (...words: string[]): string[] => offered(script, 'calibration-tables', ...words);
    assert.deepEqual(word('ch'), ['check']);
    assert.deepEqual(word('check', '--sa'), ['--sarif']);
    assert.deepEqual(word('convert', 'a.cache', '--to', 'nv'), ['nvdla']);
    assert.deepEqual(word('check', '--rule', 'zero'), ['zero-scale=off']);
    assert.deepEqual(word('check', 'a'), [], "files are the shell's own");
  });

  for (const shell of ['zsh', 'fish'])
    it(`of ${shell} is one that it can read`, function () {
      if (!has(shell)) return this.skip();
      const script = workspace.file('completion', runs(0, 'completion', shell).stdout);
      assert.equal(spawnSync(shell, ['-n', script], { encoding: 'utf8' }).stderr, '');
    });

  it('names every command and every option of it for each shell', () => {
    const commands = ['show', 'convert', 'check', 'diff', 'port', 'merge', 'build'];
    for (const shell of ['bash', 'zsh', 'fish', 'pwsh']) {
      const { stdout } = runs(0, 'completion', shell);
      for (const command of commands) {
        assert.ok(stdout.includes(command), `${shell}: ${command}`);
        for (const [, flag = ''] of runs(0, command, '--help').stdout.matchAll(/^ {2}(?:-\w, )?--([\w-]+)/gm))
          assert.ok(flag === 'help' || stdout.includes(flag), `${shell}: ${command} --${flag}`);
      }
    }
  });

  it('refuses other shells by name', () => {
    assert.match(runs(2, 'completion', 'tcsh').stderr, /bash, zsh, fish, pwsh/);
  });
});
