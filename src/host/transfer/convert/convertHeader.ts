import * as vscode from 'vscode';
import { STAY } from '../../ui/ask.js';
import { ALGORITHMS, type Algorithm, type TableHeader } from '../../../core/table/header.js';
import type { WritableFormat } from '../../../core/formats/format.js';
import { cacheUse, FIRST_WITHOUT_CALIBRATION } from '../../../core/table/reuse.js';
import { headerLine, numberOfVersion } from '../../../core/table/trtVersion.js';

const TITLE = 'Convert to TensorRT Cache';
/** Versions to choose from; any other can be typed. */
const USUAL_VERSIONS = ['10.14.1', '10.3.0', '10.1.0', '8.6.1', '8.5.2', '8.2.1', '7.2.3', '7.1.3'];

const ALGORITHM_NOTES: Readonly<Record<Algorithm, string>> = {
  EntropyCalibration2: 'the usual one',
  MinMaxCalibration: 'from the smallest and largest values',
  EntropyCalibration: 'the older entropy calibrator',
  LegacyCalibration: 'by quantile and regression cutoff',
};

/** The header line to write: null for a format without one, undefined when the user cancels. A source's own header stays. */
export async function askHeader(own: TableHeader, format: WritableFormat): Promise<string | null | undefined> {
  if (!format.hasHeader) return null;
  if (own.raw !== null) return own.raw;
  return askNewHeader(TITLE);
}

/** Asks for a version and an algorithm; undefined when the user cancels. */
export async function askNewHeader(title: string): Promise<string | undefined> {
  const version = await askVersion(title);
  const algorithm = version && (await askAlgorithm(title));
  return version && algorithm ? headerLine(version, algorithm) : undefined;
}

async function askVersion(heading: string): Promise<string | undefined> {
  const other: vscode.QuickPickItem = { label: 'Another version…', alwaysShow: true };
  const items = [...usualVersions(), separator(FIRST_WITHOUT_CALIBRATION), other];
  const title = `${heading} (1/2): version`;
  const placeHolder = 'Which TensorRT will read it? Another major version is expected to refuse it.';
  const chosen = await vscode.window.showQuickPick<vscode.QuickPickItem>(items, { ...STAY, title, placeHolder });
  return chosen === other ? typeVersion(title) : chosen?.label;
}

/** The usual versions, under a line for each major version that says what it makes of a cache. */
function usualVersions(): vscode.QuickPickItem[] {
  return USUAL_VERSIONS.flatMap((label, i) => {
    const item = { label, description: headerStart(label) };
    const major = majorOf(label);
    return major === majorOf(USUAL_VERSIONS[i - 1] ?? '') ? [item] : [separator(major), item];
  });
}

function separator(major: number): vscode.QuickPickItem {
  return { label: cacheUse(major).text, kind: vscode.QuickPickItemKind.Separator };
}

function majorOf(version: string): number {
  return Number(version.trim().split('.')[0]);
}

function typeVersion(title: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    ...STAY,
    title,
    prompt: 'Version of TensorRT',
    placeHolder: '8.6.1',
    validateInput: versionProblem,
  });
}

/** What to say under a typed version, or null. Only a text that is no version stops the user. */
export function versionProblem(text: string): string | vscode.InputBoxValidationMessage | null {
  if (numberOfVersion(text) === null) return 'Type a version of TensorRT, such as 8.6.1 or 10.14.1.';
  if (majorOf(text) < FIRST_WITHOUT_CALIBRATION) return null;
  return {
    message: 'TensorRT 11 removed calibrators: it reads no calibration cache.',
    severity: vscode.InputBoxValidationSeverity.Warning,
  };
}

async function askAlgorithm(heading: string): Promise<string | undefined> {
  const items = ALGORITHMS.map((label) => ({ label, description: ALGORITHM_NOTES[label] }));
  const chosen = await vscode.window.showQuickPick(items, {
    ...STAY,
    title: `${heading} (2/2): algorithm`,
    placeHolder: 'Which calibrator will read it? TensorRT is seen to refuse a cache of another algorithm.',
  });
  return chosen?.label;
}

function headerStart(version: string): string {
  return `TRT-${numberOfVersion(version) ?? ''}`;
}
