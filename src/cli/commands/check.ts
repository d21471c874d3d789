import { Argument, Command } from 'commander';
import { escapeControls } from '../../core/render/escape.js';
import { limitFindings, type Limit } from '../../core/check/limits.js';
import { applyRules, checkDocument, RULE_IDS, type Finding, type RuleSettings } from '../../core/check/index.js';
import { FIXABLE_RULES, fixFindings } from '../../core/check/fixes.js';
import { sarifLog } from '../../core/check/sarif.js';
import type { TableDocument } from '../../core/formats/format.js';
import { useStatements } from '../../core/table/reuse.js';
import { jsonText } from '../../core/render/json.js';
import { applySplice } from '../../core/bytes/splice.js';
import { fixUnderstated, understatedRanges } from '../../core/check/understated.js';
import { readSibling } from '../sibling.js';
import { artifactUri } from '../artifactUri.js';
import { EXIT, Failure, NoTable } from '../failure.js';
import { countsText, findingLine, plural } from '../findingText.js';
import { readTable, shownName, type Input } from '../input.js';
import { filesOf } from '../globs.js';
import { loadYardstick } from '../network.js';
import { laterOption, outputOptions, parseLimit, parseRule, refuseLater } from '../options.js';
import { print, say, STANDARD_STREAM } from '../streams.js';
import { VERSION } from '../version.js';
import { writeWhole } from '../writeWhole.js';

interface CheckOptions {
  readonly network?: string;
  readonly rule?: RuleSettings;
  readonly limit?: readonly Limit[];
  readonly json?: true;
  readonly sarif?: true;
  readonly fix?: true;
  readonly skipOthers?: true;
}

/** A table and what was found in it. */
interface Checked extends Input {
  /** The JSON beside it, for a table that onnxruntime's provider reads. */
  readonly sibling: TableDocument | null;
  readonly findings: readonly Finding[];
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

/** Checks a document; the same for all files of a run. */
type Examine = (
  document: TableDocument,
  sibling: TableDocument | null,
) => Pick<Checked, 'findings' | 'missing' | 'unknown'>;

const RULES_HELP = `
Rules: ${RULE_IDS.join(', ')}.
--fix writes what is certain and loses nothing (${FIXABLE_RULES.join(', ')}); everything else stays as it is.`;

/** `check FILE…`: what is wrong with tables. */
export function checkCommand(): Command {
  const command = new Command('check')
    .description('Report what is wrong with tables. Exits with 1 when there are errors or warnings.')
    .addArgument(new Argument('<files...>', 'calibration tables, or - for standard input'))
    .option('--rule <id=level>', 'set a rule to off, info, warning or error (may be repeated)', parseRule)
    .option(
      '--limit <name=low..high>',
      'the smallest and largest range of tensors; * in a name is anything, either end may be left out (may be repeated)',
      parseLimit,
    )
    .option('--skip-others', 'pass over files that are no tables, instead of failing')
    .option('--fix', 'fix what has only one meaning, in the files themselves')
    .option(
      '--network <file>',
      'a network (.prototxt, .onnx) or the log of a TensorRT build: report what it asks for and the table lacks',
    )
    .addOption(laterOption('--target <target>'))
    .addHelpText('after', RULES_HELP)
    .action(check);
  outputOptions({ json: 'print JSON', sarif: 'print a SARIF 2.1.0 log' }).forEach((option) =>
    command.addOption(option),
  );
  return command;
}

async function check(args: readonly string[], options: CheckOptions): Promise<void> {
  refuseLater({ ...options }, ['target']);
  if (options.fix && args.includes(STANDARD_STREAM))
    throw new Failure('--fix writes files: it has nothing to do with standard input.');
  const examine = await examiner(options);
  const files = await filesOf(args, options.skipOthers);
  const checked: Checked[] = [];
  let failed = false;
  for (const file of files) {
    const one = await checkFile(file, examine, options);
    if (typeof one === 'object') checked.push(one);
    else failed ||= one === 'failed';
  }
  process.exitCode = failed ? EXIT.failed : exitCodeOf(checked);
  const [only] = checked;
  if (only && files.length === 1 && !options.json && !options.sarif) sayUse(only);
  await print(resultText(checked, options));
}

/** The table's own rules, and what a network or a build log asks of it. */
async function examiner({ network, rule = {}, limit = [] }: CheckOptions): Promise<Examine> {
  const yardstick = network === undefined ? null : await loadYardstick(network);
  return (document, sibling) => {
    const { missing, unknown, findings } = yardstick?.check(document) ?? { missing: [], unknown: [], findings: [] };
    const beside = sibling ? understatedRanges(document, sibling) : [];
    const all = [...findings, ...beside, ...limitFindings(document, limit), ...checkDocument(document)];
    return { missing, unknown, findings: applyRules(all, rule) };
  };
}

/** A file that can't be checked is said and skipped: the others are still worth a report. */
async function checkFile(
  file: string,
  examine: Examine,
  { fix: withFixes, skipOthers }: CheckOptions,
): Promise<Checked | 'failed' | 'skipped'> {
  try {
    const input = await readTable(file);
    const sibling = await readSibling(input);
    const checked = { ...input, sibling, ...examine(input.document, sibling) };
    return withFixes ? await fix(checked, examine) : checked;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const isSkipped = skipOthers && error instanceof NoTable;
    say(isSkipped ? `skipped: ${error.message}` : `calibration-tables: ${error.message}`);
    return isSkipped ? 'skipped' : 'failed';
  }
}

/** The table after its fixes, which are reported one by one. */
async function fix(checked: Checked, examine: Examine): Promise<Checked> {
  const { file, document, sibling, findings } = checked;
  const fixed = fixFindings(document, findings) ?? (sibling && fixUnderstated(document, sibling, findings));
  if (!fixed) return checked;
  const bytes = applySplice(document.bytes, fixed.splice);
  await writeWhole(file, bytes, true);
  fixed.findings.forEach((item) => say(findingLine(file, item).replace(` ${item.severity}: `, ' fixed: ')));
  const after = document.format.read(bytes);
  return { file, document: after, sibling, ...examine(after, sibling) };
}

/** For an only table: which TensorRT takes it, and where. */
function sayUse({ document }: Checked): void {
  useStatements(document.table.header).forEach(({ text, basis }) => say(`note: ${text} (${basis})`));
}

function exitCodeOf(checked: readonly Checked[]): number {
  return checked.some(({ findings }) => findings.some(({ severity }) => severity !== 'info')) ? EXIT.found : EXIT.done;
}

function resultText(checked: readonly Checked[], { json, sarif }: CheckOptions): Iterable<string> {
  if (sarif)
    return jsonText(
      sarifLog(
        checked.map(({ file, findings }) => ({ uri: artifactUri(file), findings })),
        VERSION,
      ),
    );
  if (!json) return checked.map(fileText);
  return jsonText(
    checked.map(({ file, document, findings, missing, unknown }) => ({
      file,
      format: document.format.id,
      findings,
      missing,
      unknown,
    })),
  );
}

function fileText({ file, document, findings }: Checked): string {
  const lines = findings.map((item) => `${findingLine(file, item)}\n`);
  return `${lines.join('')}${escapeControls(shownName(file))}: ${countsText(findings)} (${plural(document.table.names.length, 'entry')})\n`;
}
