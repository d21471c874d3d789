import { Argument, Command, Option } from 'commander';
import { utf8Bytes } from '../../core/bytes/bytes.js';
import { htmlReport } from '../../core/report/htmlReport.js';
import { Failure } from '../failure.js';
import { readTable, shownName } from '../input.js';
import { writeWhole } from '../writeWhole.js';

interface ReportOptions {
  readonly html?: true;
  readonly output: string;
  readonly force?: true;
}

/** `report FILE… --html -o OUT`: one page to send. */
export function reportCommand(): Command {
  return new Command('report')
    .description('Write one page about tables: summary, profile, findings, entries; of two tables also what differs.')
    .addArgument(new Argument('<files...>', 'calibration tables'))
    .addOption(new Option('--html', 'as HTML: one file that loads nothing, and prints well'))
    .requiredOption('-o, --output <file>', 'the file to write, or - for standard output')
    .option('--force', 'replace a file that exists')
    .action(report);
}

async function report(files: readonly string[], { html, output, force }: ReportOptions): Promise<void> {
  if (!html) throw new Failure('report: say as what: --html.');
  const inputs = await Promise.all(files.map((file) => readTable(file)));
  const tables = inputs.map(({ file, document }) => ({ name: shownName(file), document }));
  await writeWhole(output, utf8Bytes(htmlReport(tables)), force === true);
}
