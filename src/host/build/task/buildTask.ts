import * as vscode from 'vscode';
import { buildCommand } from '../../../core/build/buildCommand.js';
import { runProcess, withTemporaryFolder } from '../../platform/runProcess.js';
import type { ProcessEnd, RunningProcess } from '../../platform/runningProcess.js';
import { collect, placesOf, stage, type BuildFiles } from './buildFolder.js';
import { commandSetting, type Builder } from './buildSettings.js';

/** Type of our tasks, as package.json has it. */
const TASK_TYPE = 'calibrationTables';

/**
 * Runs a build as a task of VS Code's: its output in a terminal and in the log, ended with the task. Undefined: it was ended.
 * Throws Error with a sentence for a command that is none.
 */
export async function runBuild(files: BuildFiles, builder: Builder): Promise<ProcessEnd | undefined> {
  return withTemporaryFolder(async (folder) => {
    const command = buildCommand(commandSetting(builder), placesOf(files, folder));
    if (command.usesFolder) await stage(files, folder);
    const terminal = new BuildTerminal((onOutput) => {
      onOutput(`${[command.program, ...command.args].map(shown).join(' ')}\n\n`);
      const cwd = vscode.Uri.joinPath(files.table, '..').fsPath;
      return runProcess(command.program, command.args, { cwd, logFile: files.log.fsPath, onOutput });
    });
    await vscode.tasks.executeTask(
      new vscode.Task(
        { type: TASK_TYPE, table: files.table.fsPath },
        vscode.TaskScope.Workspace,
        builder,
        'Calibration Tables',
        new vscode.CustomExecution(async () => terminal),
      ),
    );
    const end = await terminal.done;
    if (command.usesFolder) await collect(files, folder);
    return end;
  });
}

/** For reading only: what is run is the array. */
function shown(argument: string): string {
  return /^[\w./=:,+@%-]+$/.test(argument) ? argument : JSON.stringify(argument);
}

/** The terminal of a task that runs one program. */
class BuildTerminal implements vscode.Pseudoterminal {
  readonly #written = new vscode.EventEmitter<string>();
  readonly #closed = new vscode.EventEmitter<number>();
  readonly onDidWrite = this.#written.event;
  readonly onDidClose = this.#closed.event;
  readonly done: Promise<ProcessEnd | undefined>;
  readonly #start: (onOutput: (text: string) => void) => RunningProcess;
  #resolve!: (end: ProcessEnd | undefined) => void;
  #running: RunningProcess | null = null;
  #isEnded = false;

  constructor(start: (onOutput: (text: string) => void) => RunningProcess) {
    this.#start = start;
    this.done = new Promise((resolve) => (this.#resolve = resolve));
  }

  open(): void {
    this.#running = this.#start((text) => this.#written.fire(text.replace(/\r?\n/g, '\r\n')));
    void this.#running.done.then((end) => {
      if (end.problem !== null) this.#written.fire(`\r\n${end.problem}\r\n`);
      this.#resolve(this.#isEnded ? undefined : end);
      this.#closed.fire(end.code ?? 1);
    });
  }

  /** The user ends the task, or closes its terminal. */
  close(): void {
    this.#isEnded = true;
    if (this.#running) this.#running.end();
    else this.#resolve(undefined);
  }

  /** Ctrl+C, as in any terminal. */
  handleInput(text: string): void {
    if (text === '\x03') this.close();
  }
}
