import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { eventually, inWorkspace } from './files.js';

const TYPE = 'calibration-tables';

describe('the task that checks tables', () => {
  it('is offered, and takes patterns', async () => {
    await vscode.commands.executeCommand('vscode.open', inWorkspace('broken.cache'));
    const [task] = await vscode.tasks.fetchTasks({ type: TYPE });
    assert.equal(task?.name, 'check tables');
    assert.deepEqual(task.problemMatchers, ['$calibration-tables']);
    const { process: program, args } = task.execution as vscode.ProcessExecution;
    assert.equal(program, process.execPath);
    assert.ok(args.includes('**/*.cache'), args.join(' '));
  });

  it('runs, and leaves what it finds in the Problems panel', async function () {
    const [task] = await vscode.tasks.fetchTasks({ type: TYPE });
    assert.ok(task);
    const ended = new Promise<number | undefined>((done) => {
      const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (execution.task.name !== task.name) return;
        listener.dispose();
        done(exitCode);
      });
    });
    await vscode.tasks.executeTask(task);
    assert.equal(await ended, 1);
    const found = await eventually('problems of the task', () =>
      vscode.languages
        .getDiagnostics(inWorkspace('broken.cache'))
        .filter(({ source }) => source === 'check')
        .at(0),
    );
    assert.ok(found.message);
  });
});

describe('a terminal', () => {
  it('has the command line, run by what runs VS Code', async function () {
    if (process.platform === 'win32') return this.skip();
    await vscode.commands.executeCommand('vscode.open', inWorkspace('broken.cache'));
    const { version } = vscode.extensions.getExtension('calibration-tables.calibration-tables')?.packageJSON as {
      version: string;
    };
    const folder = inWorkspace('.').fsPath;
    const terminal = vscode.window.createTerminal({ cwd: folder, shellPath: '/bin/sh', env: { PS1: '' } });
    try {
      terminal.sendText('calibration-tables --version > version.txt');
      const path = join(folder, 'version.txt');
      await eventually('the version', () => existsSync(path) && readFileSync(path, 'utf8') === `${version}\n`);
    } finally {
      terminal.dispose();
    }
  });
});
