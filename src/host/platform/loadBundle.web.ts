import * as vscode from 'vscode';

/** What VS Code gives to the one bundle that it loads of an extension here: it knows `vscode`, and no file. */
declare const require: (name: string) => unknown;

/** What bundles require of each other, by the names in Node, in the order in which they are made. */
const SHARED: readonly (readonly [name: string, file: string])[] = [
  ['./core.js', 'core.js'],
  ['./platform.js', 'platform.web.js'],
];

/**
 * Loads a bundle of `dist` that is not read before it is needed, with the bundles that it requires. VS Code makes a function of an
 * extension's file here, and the same is done with the others: windows without a table read the small one alone.
 * @returns what it exports
 */
export async function loadBundle(extensionUri: vscode.Uri, name: string): Promise<unknown> {
  const loaded = new Map<string, unknown>();
  const bundles = [...SHARED, [`./${name}`, name] as const];
  const texts = await Promise.all(bundles.map(([, file]) => textOf(vscode.Uri.joinPath(extensionUri, 'dist', file))));
  bundles.forEach(([called], at) => loaded.set(called, evaluated(texts[at] ?? '', loaded)));
  return loaded.get(`./${name}`);
}

function evaluated(text: string, loaded: ReadonlyMap<string, unknown>): unknown {
  const module = { exports: {} };
  // Files of this extension alone, as VS Code does with the first one.
  const run = new Function('module', 'exports', 'require', text) as (...given: unknown[]) => void;
  run(module, module.exports, (wanted: string) => loaded.get(wanted) ?? require(wanted));
  return module.exports;
}

async function textOf(file: vscode.Uri): Promise<string> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  // By this name it stands in the browser's list of scripts, and in stacks.
  return `${text}\n//# sourceURL=${file.toString(true)}`;
}
