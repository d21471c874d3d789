import * as vscode from 'vscode';
import type { OwnText } from '../../core/texts/translate.js';
import { safeText, type SafeText } from '../../core/render/safe.js';

/**
 * Whether a question stays when the focus goes: where a view is in front, which gets the focus back from the question before and would close
 * the next one. Over a text a click beside a question closes it, as everywhere in VS Code.
 */
export function staying(): { readonly ignoreFocusOut: boolean } {
  return { ignoreFocusOut: vscode.window.activeTextEditor === undefined };
}

/** One of the answers to choose from; VS Code draws icons in all of its texts. */
export interface Choice extends vscode.QuickPickItem {
  readonly label: SafeText;
  readonly description?: SafeText;
  readonly detail?: SafeText;
}

/** What stands around a list of choices. */
export interface ListTexts {
  readonly title: SafeText;
  readonly placeHolder: SafeText;
  readonly matchOnDescription?: boolean;
  readonly matchOnDetail?: boolean;
}

type Choices<T> = readonly T[] | Thenable<readonly T[]>;

/** A line over the choices that follow. */
export function heading(label: SafeText): Choice {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** Lets the user choose one; undefined: cancelled. */
export function askOne<T extends Choice>(choices: Choices<T>, texts: ListTexts): Thenable<T | undefined> {
  return vscode.window.showQuickPick<T>(choices, { ...staying(), ...texts });
}

/** Lets the user tick some; undefined: cancelled. */
export function askSome<T extends Choice>(choices: Choices<T>, texts: ListTexts): Thenable<T[] | undefined> {
  return vscode.window.showQuickPick<T>(choices, { ...staying(), ...texts, canPickMany: true });
}

/** What stands around a line to type into. */
export interface LineTexts {
  readonly title: SafeText;
  readonly prompt: SafeText;
  readonly placeHolder?: SafeText;
  /** What stands there at first. */
  readonly value?: string;
  /** Says what is wrong with the text so far, or null; a warning does not keep from going on. */
  readonly problem: (text: string) => string | { readonly warning: string } | null;
}

/** Lets the user type a line; undefined: cancelled. */
export function askLine({ problem, ...texts }: LineTexts): Thenable<string | undefined> {
  const validateInput = (text: string): string | vscode.InputBoxValidationMessage | null => {
    const found = problem(text);
    if (found === null || typeof found === 'string') return found && safeText(found);
    return { message: safeText(found.warning), severity: vscode.InputBoxValidationSeverity.Warning };
  };
  return vscode.window.showInputBox({ ...staying(), ...texts, validateInput });
}

type Filters = Readonly<Record<string, readonly string[]>>;

/** Lets the user choose a file that is there; undefined: cancelled. */
export async function askFile(title: SafeText, filters?: Filters): Promise<vscode.Uri | undefined> {
  const options = { title, canSelectMany: false, ...(filters && { filters: mutable(filters) }) };
  return (await vscode.window.showOpenDialog(options))?.[0];
}

/** Lets the user choose files, or one folder; undefined: cancelled. */
export async function askInputs(
  title: SafeText,
  what: 'files' | 'folder',
  filters: Filters,
): Promise<readonly vscode.Uri[] | undefined> {
  const isFolder = what === 'folder';
  return vscode.window.showOpenDialog({
    title,
    canSelectMany: !isFolder,
    canSelectFiles: !isFolder,
    canSelectFolders: isFolder,
    ...(!isFolder && { filters: mutable(filters) }),
  });
}

/** Lets the user name a file to write; the dialog itself asks before it gives a name that exists. Undefined: cancelled. */
export function askNewFile(options: {
  readonly title: SafeText;
  readonly saveLabel?: OwnText;
  readonly defaultUri?: vscode.Uri;
  readonly filters: Filters;
}): Thenable<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({ ...options, filters: mutable(options.filters) });
}

function mutable(filters: Filters): Record<string, string[]> {
  return Object.fromEntries(Object.entries(filters).map(([label, extensions]) => [label, [...extensions]]));
}
