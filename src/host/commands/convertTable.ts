import * as vscode from 'vscode';
import { convertDocument, type Conversion, type ConversionReport } from '../../core/convert.js';
import type { TableDocument, WritableFormat } from '../../core/formats/format.js';
import { replaceFile } from '../platform/replaceFile.js';
import { readTable } from '../readTable.js';
import type { HostServices } from '../services.js';
import { activeFile } from './activeFile.js';
import { askHeader } from './convertHeader.js';
import type { ConvertReports } from './convertReports.js';
import { askTarget, checkTarget } from './convertTarget.js';
import { confirmation, fileName, outcome } from './convertText.js';
import { pickTable } from './pickTable.js';
import { withSlowProgress } from './slowProgress.js';

/** Answers given beforehand: with these nothing is asked and nothing shown. */
export interface ConvertOptions {
  readonly target: vscode.Uri;
  /** Without this an existing target is an error. */
  readonly overwrite?: boolean;
  /** The whole header line, for a target that has one. */
  readonly header?: string;
}

export interface ConvertRequest {
  readonly uri: vscode.Uri | undefined;
  readonly format: WritableFormat;
  readonly options: ConvertOptions | undefined;
  readonly services: HostServices;
  readonly reports: ConvertReports;
}

export interface Converted {
  readonly target: vscode.Uri;
  readonly report: ConversionReport;
}

/** Converts a file from the first question to the last message. Undefined: the user cancelled. Throws Error with a sentence for the user. */
export async function convertTable(request: ConvertRequest): Promise<Converted | undefined> {
  const { format, options, reports } = request;
  const source = request.uri ?? activeFile() ?? (await pickTable(`Convert to ${format.label}: choose a table`));
  const conversion = source && (await prepare(source, request));
  if (!conversion) return undefined;
  const target = options ? options.target : await confirmAndAsk(source, format, conversion);
  if (!target) return undefined;
  await checkTarget(source, target, options?.overwrite ?? options === undefined);
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: `Writing ${fileName(target)}` }, () => write(target, conversion.bytes));
  const { report } = conversion;
  if (!options) void reports.tell(outcome({ source, target, format, report }));
  return { target, report };
}

/** Reads and converts, nothing written yet. */
async function prepare(source: vscode.Uri, { format, options, services }: ConvertRequest): Promise<Conversion | undefined> {
  const document = await withSlowProgress(`Reading ${fileName(source)}`, () => readSource(source, format, services));
  if (!document) return undefined;
  const header = options ? options.header ?? null : await askHeader(document.table.header, format);
  if (header === undefined) return undefined;
  return withSlowProgress(`Converting ${fileName(source)}`, async () => convertDocument(document, format, header));
}

async function readSource(uri: vscode.Uri, target: WritableFormat, services: HostServices): Promise<TableDocument> {
  const { format, document } = await readTable(uri, services);
  if (format.id === target.id) throw new Error(`"${fileName(uri)}" is already a ${format.label}.`);
  if (document.table.names.length === 0) throw new Error(`"${fileName(uri)}" has no entries to convert.`);
  return document;
}

/** One question with all that the new file will lack, then its name. */
async function confirmAndAsk(source: vscode.Uri, format: WritableFormat, { report }: Conversion): Promise<vscode.Uri | undefined> {
  const { message, detail } = confirmation(source, format, report);
  const proceed = 'Choose File…';
  const answer = await vscode.window.showInformationMessage(message, { modal: true, detail }, proceed);
  return answer === proceed ? askTarget(source, format) : undefined;
}

async function write(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  try {
    await replaceFile(target, bytes);
  } catch (error) {
    throw new Error(`"${fileName(target)}" could not be written: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
