import * as vscode from 'vscode';
import type { ShownValues } from '../../../protocol/values.js';
import { baseName } from '../../ui/baseName.js';
import { Debounced } from '../../ui/debounced.js';
import type { HostServices } from '../../ui/services.js';
import { siblingUri } from '../sibling.js';
import type { TableFile } from '../tableFile.js';
import { borrowValues } from './borrowValues.js';
import { readValues } from './readValues.js';

interface Origin {
  /** What it was read for: while this is the same, so are the values. */
  readonly of: unknown;
  readonly bytes: Uint8Array;
  readonly uri: vscode.Uri;
}

/**
 * Shows what the values of an open table look like: by its own file, or else by the JSON beside it; again when entries come, go or are
 * renamed. What the user chose to see stays, and comes back when the table is opened again.
 */
export function followValues(file: TableFile, services: HostServices): vscode.Disposable {
  let of: unknown = null;
  let mine: ShownValues | null = null;
  let isBorrowed = false;
  const look = new Debounced(async () => {
    const origin = originOf(file);
    // What the user, or a run, has chosen goes before what lies in the file or beside it.
    const isChosen = services.valueSources.chosen(file.uri) !== undefined;
    if ((!origin || isChosen) && !isBorrowed && file.content.kind === 'table' && !file.values) {
      isBorrowed = true;
      await borrowAgain(file, services);
    }
    if (!origin || origin.of === of || file.values !== mine) return;
    of = origin.of;
    try {
      const values = await readValues(origin.bytes, origin.uri, services);
      if (file.values !== mine || (values.names.length === 0 && !mine)) return;
      mine = { ...values, source: origin.uri === file.uri ? null : baseName(origin.uri) };
      file.showValues(mine);
    } catch (error) {
      services.log.warn(`What the values of ${file.uri.toString(true)} look like can't be read: ${String(error)}`);
    }
  });
  void look.now();
  return vscode.Disposable.from(
    look,
    file.onDidChange(() => look.schedule()),
  );
}

/** From the file that the user chose for this table before. */
async function borrowAgain(file: TableFile, services: HostServices): Promise<void> {
  const chosen = services.valueSources.chosen(file.uri);
  if (!chosen) return;
  try {
    await borrowValues(file, chosen, services);
  } catch (error) {
    services.log.warn(`What ${file.uri.toString(true)} has borrowed before can't be shown: ${String(error)}`);
  }
}

function originOf({ content, sibling, bytes, uri }: TableFile): Origin | null {
  if (content.kind !== 'table') return null;
  const { table, format } = content.document;
  // An edit of numbers leaves names and histograms as they are.
  if (format.histograms) return bytes && { of: table.names, bytes, uri };
  const beside = siblingUri(uri, format);
  return sibling && beside && { of: sibling, bytes: sibling.bytes, uri: beside };
}
