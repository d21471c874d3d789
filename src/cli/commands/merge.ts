import { Argument, Command } from 'commander';
import type { ConversionReport } from '../../core/convert.js';
import { editProblem } from '../../core/formats/edits.js';
import type { Edit, TableDocument } from '../../core/formats/format.js';
import { mergeEdits, type Merge, type Take } from '../../core/merge.js';
import { applySplice } from '../../core/splice.js';
import { Failure } from '../failure.js';
import { readTable, shownName, type Input } from '../input.js';
import { printReport } from '../report.js';
import { STANDARD_STREAM } from '../streams.js';
import { writeWhole } from '../writeWhole.js';

interface MergeOptions { readonly take: readonly string[]; readonly output: string; readonly json?: true; readonly force?: true }

/** `merge A B --take …`: A with some of B's values; all other bytes of A stay. */
export function mergeCommand(): Command {
  return new Command('merge')
    .description('Write table A with values of table B for chosen tensors; everything else of A stays byte for byte.')
    .addArgument(new Argument('<a>', 'the table to change, or - for standard input'))
    .addArgument(new Argument('<b>', 'the table to take values from'))
    .requiredOption('--take <what...>', '"changed": every tensor whose scale differs; "new": entries that A lacks; or names of entries')
    .requiredOption('-o, --output <out>', 'the file to write, or - for standard output')
    .option('--force', 'replace the file if it exists')
    .option('--json', 'print the report as JSON (with -o - to standard error)')
    .action(merge);
}

async function merge(fileA: string, fileB: string, options: MergeOptions): Promise<void> {
  if (fileA === STANDARD_STREAM && fileB === STANDARD_STREAM) throw new Failure('Only one of the two tables can come from standard input.');
  const [a, b] = [await readTable(fileA), await readTable(fileB)];
  const result = mergeEdits(a.document, b.document.table, takeOf(options.take));
  const after = applyEdits(a, result.edits);
  await writeWhole(options.output, after.bytes, options.force === true);
  await printReport(`${fileA} + ${fileB}`, reportOf(a.document, after, result), options);
}

function takeOf(words: readonly string[]): Take {
  const names = words.filter((word) => word !== 'changed' && word !== 'new');
  return { changed: words.includes('changed'), added: words.includes('new'), names: new Set(names) };
}

/** The table after the edits. Throws {@link Failure} when one can't be made. */
function applyEdits({ file, format, document }: Input, edits: readonly Edit[]): TableDocument {
  let result = document;
  for (const edit of edits) {
    const problem = editProblem(result, format, edit);
    if (problem !== null) throw new Failure(`${shownName(file)}: ${problem}`);
    const splice = format.edit?.(result, edit);
    if (splice) result = format.read(applySplice(result.bytes, splice));
  }
  return result;
}

function reportOf(before: TableDocument, after: TableDocument, { replaced, added, refused }: Merge): ConversionReport {
  return {
    entriesIn: before.table.names.length, entriesOut: after.table.names.length,
    renamed: [], dropped: refused, missing: [],
    lost: [`The old values of ${replaced.length} entries gave way to the other table's; ${added.length} entries were added.`],
  };
}
