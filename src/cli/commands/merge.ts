import { Argument, Command } from 'commander';
import type { ConversionReport } from '../../core/transfer/convert.js';
import { manyEdits } from '../../core/edits/manyEdits.js';
import { mergeEdits, type Merge } from '../../core/transfer/merge.js';
import type { Take } from '../../core/transfer/wanted.js';
import { applySplice } from '../../core/bytes/splice.js';
import { Failure } from '../failure.js';
import { plural } from '../findingText.js';
import { readTable, shownName, type Input } from '../input.js';
import { printReport } from '../report.js';
import { alignmentFor, forceUnrelated, stopAtStrangers } from '../strangers.js';
import { say } from '../streams.js';
import { writeWhole } from '../writeWhole.js';

interface MergeOptions {
  readonly take: readonly string[];
  readonly output: string;
  readonly json?: true;
  readonly force?: true;
  readonly forceUnrelated?: true;
}

const TAKE_HELP = `
--take changed   every value that differs by more than rounding, wherever the pair is sure
--take new       entries that A lacks, each beside its neighbour in B
--take NAME...   entries by name, of either table; all three can stand together`;

/** `merge A B --take …`: A with some of B's values; all other bytes of A stay. */
export function mergeCommand(): Command {
  return new Command('merge')
    .description('Write table A with values of table B for chosen tensors; everything else of A stays byte for byte.')
    .addArgument(new Argument('<a>', 'the table to change, or - for standard input'))
    .addArgument(new Argument('<b>', 'the table to take values from'))
    .requiredOption('--take <what...>', 'what to take: "changed", "new", names of entries')
    .requiredOption('-o, --output <out>', 'the file to write, or - for standard output')
    .option('--force', 'replace the file if it exists')
    .addOption(forceUnrelated())
    .option('--json', 'print the report as JSON (with -o - to standard error)')
    .addHelpText('after', TAKE_HELP)
    .action(merge);
}

async function merge(fileA: string, fileB: string, options: MergeOptions): Promise<void> {
  const [a, b] = [await readTable(fileA), await readTable(fileB)];
  const alignment = alignmentFor(a.document.table, b.document.table, options.forceUnrelated === true);
  const result = mergeEdits(a.document, b.document.table, takeOf(options.take), alignment);
  stopAtStrangers(result, options);
  const bytes = merged(a, result);
  result.warnings.forEach((warning) => say(`warning: ${warning}`));
  await writeWhole(options.output, bytes, options.force === true);
  say(`note: ${outcome(result, shownName(fileB))}`);
  await printReport(fileA, reportOf(a, result), options);
}

function takeOf(words: readonly string[]): Take {
  const names = words.filter((word) => word !== 'changed' && word !== 'new');
  return { changed: words.includes('changed'), added: words.includes('new'), names: new Set(names) };
}

/** The file after the edits. Throws {@link Failure} when they can't be made. */
function merged({ file, document }: Input, { edits }: Merge): Uint8Array {
  const { format } = document;
  if (!format.edit)
    throw new Failure(
      `${shownName(file)}: values can't be put into a file of this kind (${format.label}). Convert it to one of another kind first.`,
    );
  const result = manyEdits(document, edits);
  if ('problem' in result) throw new Failure(`${shownName(file)}: ${result.problem}`);
  return result.splice ? applySplice(document.bytes, result.splice) : document.bytes;
}

function outcome({ replaced, added }: Merge, from: string): string {
  if (replaced.length + added.length === 0) return `Nothing was taken from ${from}: the table is written as it is.`;
  return `Took ${plural(replaced.length, 'value')} and ${added.length} new ${added.length === 1 ? 'entry' : 'entries'} from ${from}.`;
}

function reportOf({ document }: Input, { replaced, added, refused }: Merge): ConversionReport {
  const entriesIn = document.table.names.length;
  return {
    entriesIn,
    entriesOut: entriesIn + added.length,
    renamed: [],
    dropped: refused,
    missing: [],
    lost:
      replaced.length === 0
        ? []
        : [`The old ${replaced.length === 1 ? 'value' : 'values'} of ${plural(replaced.length, 'entry')}.`],
  };
}
