/** A command over a pattern of files, each into a file of a folder, with one summary. */
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EXIT, Failure } from './failure.js';
import { filesOf, isPattern } from './globs.js';
import { plural } from './findingText.js';
import { say } from './streams.js';

interface IntoFolder {
  readonly output: string;
  readonly json?: true;
}

/**
 * Runs a command for a file, or for each file of a pattern.
 * @param output the file to write, of a pattern a folder that is there
 * @param extension of the files that are written then
 * @param run writes one file; what it throws is told, and the others go on
 */
export async function eachInto(
  arg: string,
  { output, json }: IntoFolder,
  extension: string,
  run: (file: string, output: string) => Promise<void>,
): Promise<void> {
  if (!isPattern(arg)) return run(arg, output);
  const files = await filesOf([arg]);
  if (!(await isFolder(output)))
    throw new Failure(`${output}: of a pattern the files go into a folder, which has to be there.`);
  if (json) throw new Failure('--json: one file at a time.');
  const targets = files.map((file) => join(output, `${basename(file).replace(/\.[^.]+$/, '')}.${extension}`));
  let done = 0;
  for (const [i, file] of files.entries()) {
    const target = targets[i] ?? '';
    try {
      if (targets.indexOf(target) < i)
        throw new Failure(`${file}: another file of the pattern is written to ${target}, too.`);
      await run(file, target);
      done++;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      say(error.message);
    }
  }
  say(`${done} of ${plural(files.length, 'file')} written to ${output}`);
  if (done < files.length) process.exitCode = EXIT.failed;
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
