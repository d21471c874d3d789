/** `calibration-tables`: the core at a terminal. */
import { Command, CommanderError } from 'commander';
import { buildCommand } from './commands/build.js';
import { calibrateCommand } from './commands/calibrate.js';
import { checkCommand } from './commands/check.js';
import { completionCommand } from './commands/completion.js';
import { convertCommand } from './commands/convert.js';
import { diffCommand } from './commands/diff.js';
import { mcpCommand } from './commands/mcp.js';
import { mergeCommand } from './commands/merge.js';
import { outputsCommand } from './commands/outputs.js';
import { portCommand } from './commands/port.js';
import { rankCommand } from './commands/rank.js';
import { reportCommand } from './commands/report.js';
import { showCommand } from './commands/show.js';
import { EXIT, Failure } from './failure.js';
import { allowClosedPipe, escapeLines, say } from './streams.js';
import { VERSION } from './version.js';

const EXIT_CODES = `
Exit codes: 0 done; 1 "check" found errors or warnings, or "diff --exit-code" found differences;
2 wrong usage, an input that can't be read or holds no table, or a refused conversion.
"-" stands for standard input or output.`;

function program(): Command {
  const root = new Command('calibration-tables')
    .description(
      'Reads, converts, checks, compares, ports and merges INT8 calibration tables (TensorRT caches, NVDLA JSON and others).',
    )
    .version(VERSION)
    // It quotes arguments, and they may be names of files.
    .configureOutput({ writeErr: (text) => void process.stderr.write(escapeLines(text)) })
    .addHelpText('after', EXIT_CODES);
  for (const command of [
    showCommand(),
    convertCommand(),
    checkCommand(),
    diffCommand(),
    portCommand(),
    mergeCommand(),
    buildCommand(),
    rankCommand(),
    calibrateCommand(),
    outputsCommand(),
    reportCommand(),
    completionCommand(),
    mcpCommand(() => import('./mcp.js')),
  ]) {
    root.addCommand(command.copyInheritedSettings(root).exitOverride());
  }
  return root.exitOverride();
}

async function run(): Promise<void> {
  try {
    await program().parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

/** commander has already said what it does not like; a failure of ours is said here. Anything else is a bug, with its trace. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.failed;
  if (error instanceof Failure) say(`calibration-tables: ${error.message}`);
  else console.error(error);
  return EXIT.failed;
}

allowClosedPipe();
/** Settled when all is said and done; for whoever runs this bundle within a process of their own, as the tests do. */
export const finished = run();
