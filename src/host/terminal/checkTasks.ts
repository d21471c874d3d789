import * as vscode from 'vscode';
import { SURE_NAMES } from '../../core/formats/tableNames.js';
import type { CommandLine } from '../platform/terminalCommand.js';
import { t } from '../../core/texts/translate.js';

const TYPE = 'calibration-tables';

interface CheckDefinition extends vscode.TaskDefinition {
  /** Files, or patterns of them. */
  readonly files?: readonly string[];
  readonly network?: string;
}

/** Every table of the folder, by the names that hardly anybody else uses. */
const ALL = SURE_NAMES.map((name) => `**/${name}`).filter((name) => !/\{,/.test(name));

/** The task *check tables*, and those of the user's own in tasks.json; what they find goes to the Problems panel. */
export function registerCheckTasks(commandLine: CommandLine | null): vscode.Disposable {
  if (!commandLine) return vscode.Disposable.from();
  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks: () => [taskOf({ type: TYPE }, vscode.TaskScope.Workspace, commandLine)],
    resolveTask: ({ definition, scope }) => taskOf(definition, scope ?? vscode.TaskScope.Workspace, commandLine),
  });
}

function taskOf(
  definition: CheckDefinition,
  scope: vscode.TaskScope | vscode.WorkspaceFolder,
  { program, script, env }: CommandLine,
): vscode.Task {
  const { files = ALL, network } = definition;
  const options = network === undefined ? [] : ['--network', network];
  const args = [script, 'check', '--skip-others', ...options, '--', ...files];
  const execution = new vscode.ProcessExecution(program, args, { env });
  const task = new vscode.Task(
    definition,
    scope,
    t`check tables`,
    'Calibration Tables',
    execution,
    '$calibration-tables',
  );
  task.group = vscode.TaskGroup.Test;
  return task;
}
