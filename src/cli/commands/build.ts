import { Argument, Command, Option } from 'commander';
import type { Build } from '../../core/build/build.js';
import { compareBuilds, type BuildComparison } from '../../core/build/compareBuilds.js';
import { fatesText } from '../../core/build/fates.js';
import { buildJson, reportOn, type BuildReport } from '../../core/build/report.js';
import { fatesGrid, layersGrid } from '../../core/render/buildGrid.js';
import { escapeControls } from '../../core/render/escape.js';
import { jsonText } from '../../core/render/json.js';
import { textTable } from '../../core/render/text.js';
import { networkNames } from '../../core/naming/match.js';
import type { Network } from '../../core/network/network.js';
import { readBuild } from '../buildSource.js';
import { EXIT } from '../failure.js';
import { plural } from '../findingText.js';
import { readTable, shownName } from '../input.js';
import { loadNetwork } from '../network.js';
import { outputWidth, print } from '../streams.js';

interface BuildOptions {
  readonly network?: string;
  readonly failOn?: 'refused' | 'absent';
  readonly against?: string;
  readonly json?: true;
}

/** `build SOURCE [TABLE]`: what a TensorRT build did, and what it did with a table. */
export function buildCommand(): Command {
  return new Command('build')
    .description(
      'Tell what a TensorRT build did: the cache, the layers that run in INT8, and what became of each entry of a table.',
    )
    .addArgument(
      new Argument('<source>', "a build log (trtexec --verbose), the engine inspector's JSON, or - for a pipe"),
    )
    .addArgument(new Argument('[table]', 'the calibration table that the build was given'))
    .addOption(
      new Option('--fail-on <what>', 'exit with 1 when the cache was refused, or when an entry is absent').choices([
        'refused',
        'absent',
      ]),
    )
    .option('--network <file>', 'tell which absent entries this network (.prototxt, .onnx) has: they were fused away')
    .option('--against <source>', 'an earlier build: tell which layers left INT8, and which entries changed their fate')
    .option('--json', 'print JSON')
    .action(build);
}

async function build(source: string, tableFile: string | undefined, options: BuildOptions): Promise<void> {
  const found = await readBuild(source);
  const table = tableFile === undefined ? null : (await readTable(tableFile)).document.table;
  const known = options.network === undefined ? null : namesIn(await loadNetwork(options.network));
  const report = withNetwork(reportOn(found, table), known);
  if (fails(report, options.failOn)) process.exitCode = EXIT.found;
  const against = options.against === undefined ? null : compareBuilds(await readBuild(options.against), found, table);
  if (options.json) {
    const json = { ...buildJson(source, report), ...(against && { against: { source: options.against, ...against } }) };
    return print(jsonText(json));
  }
  await print(reportText(shownName(source), report));
  if (against) await print(comparisonText(shownName(options.against ?? ''), against));
}

function namesIn(network: Network): ReadonlySet<string> {
  return new Set(networkNames(network).tensors.map(({ name }) => name));
}

/** An entry that a build doesn't have is another network's, unless the network has a tensor of that name. */
function withNetwork(report: BuildReport, known: ReadonlySet<string> | null): BuildReport {
  const absent = (report.fates ?? []).filter(({ fate }) => fate === 'absent');
  if (known === null || absent.length === 0) return report;
  const fused = absent.filter(({ name }) => known.has(name)).length;
  const note = `Of ${absent.length} absent entries the network has ${fused} (fused away in the engine) and lacks ${absent.length - fused}.`;
  return { ...report, notes: [...report.notes, note] };
}

function fails({ build, fates }: BuildReport, what: BuildOptions['failOn']): boolean {
  if (what === 'refused') return build.cache.state === 'refused';
  return what === 'absent' && (fates ?? []).some(({ fate }) => fate === 'absent');
}

function* reportText(source: string, { build, summary, fates, notes }: BuildReport): Generator<string> {
  yield `${source}: ${titleOf(build)}\n`;
  if (summary.layers > 0) yield `${layersText(build, summary)}\n`;
  if (fates) yield `entries: ${fatesText(fates)}\n`;
  for (const note of notes) yield `- ${note}\n`;
  if (build.layers.length > 0) yield `\n${textTable(layersGrid(build.layers), outputWidth())}`;
  if (fates) yield `\n${textTable(fatesGrid(fates), outputWidth())}`;
}

function* comparisonText(earlier: string, comparison: BuildComparison): Generator<string> {
  const { leftInt8, cameToInt8, gone, added, fates } = comparison;
  yield `\nagainst ${earlier}:\n`;
  yield `- ${plural(leftInt8.length, 'layer')} left INT8, ${cameToInt8.length} came to it; ${gone.length} are gone, ${added.length} are new\n`;
  for (const { name, before, after } of leftInt8)
    yield `  left INT8: ${escapeControls(name)} (${before} -> ${after})\n`;
  for (const { name, before, after } of cameToInt8)
    yield `  came to INT8: ${escapeControls(name)} (${before} -> ${after})\n`;
  if (!fates) return;
  yield `- ${plural(fates.length, 'entry')} with another fate\n`;
  for (const { name, before, after } of fates) yield `  ${escapeControls(name)}: ${before} -> ${after}\n`;
}

function titleOf({ kind, trtVersion, cache, algorithm }: Build): string {
  const what = kind === 'log' ? 'TensorRT build log' : "engine inspector's JSON";
  const version = trtVersion === null ? '' : ` of TensorRT ${trtVersion}`;
  const taken = kind === 'log' ? `, cache ${cache.state}${algorithm === null ? '' : ` (${algorithm})`}` : '';
  return `${what}${version}${taken}`;
}

function layersText({ kind }: Build, summary: BuildReport['summary']): string {
  const { layers, weighted, int8Weights, int8FloatInput, int8FloatOutput, reformatQdq, reformat } = summary;
  const tensors = `tensors: ${summary.tensors}, ${summary.int8Tensors} in INT8`;
  if (kind === 'log') return `layers: ${layers}; ${tensors}`;
  return `layers: ${layers}, ${weighted} with weights, ${int8Weights} of them in INT8 (float at an input: ${int8FloatInput}, at an output: ${int8FloatOutput}); reformats: ${reformatQdq} of Q/DQ, ${reformat} of TensorRT; ${tensors}`;
}
