import type * as vscode from 'vscode';
import type { WritableFormat } from '../../../core/formats/format.js';
import type { FromQdqOptions } from '../../../core/transfer/fromQdq.js';
import type { Shared } from '../transferShared.js';

/** What to convert to what, and what a conversion works with. */
export interface ConvertRequest extends Shared {
  readonly source: vscode.Uri;
  readonly format: WritableFormat;
}

/** Answers given beforehand: with these nothing is asked and nothing shown. */
export interface ConvertOptions {
  readonly target: vscode.Uri;
  /** Without this an existing target is an error. */
  readonly overwrite?: boolean;
  /** The whole header line, for a target that has one. */
  readonly header?: string;
  /** The network to take names from; without it names are carried over. */
  readonly network?: vscode.Uri;
  /** Take an onnxruntime table's own numbers, not those of the JSON beside it. */
  readonly asStored?: boolean;
  /** What to take of a Q/DQ model beside its symmetric pairs. */
  readonly qdq?: FromQdqOptions;
  /** Where a Q/DQ model goes without its pairs. */
  readonly plain?: vscode.Uri;
  /** Write although the network needs entries that the table lacks. */
  readonly allowMissing?: boolean;
}
