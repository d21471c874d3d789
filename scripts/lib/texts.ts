// Finds the texts for people in the source: what stands in t`…` and safe`…` is translated, other prose is not.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Where texts for people stand. */
export const SOURCES = ['src/core', 'src/host', 'src/protocol', 'src/worker', 'src/engine', 'webview'];

/** Tags whose text is a key of `l10n/bundle.l10n.*.json`. */
const TAGS = new Set(['t', 'safe']);
const HAS_WORD = /\p{L}{2}/u;

/** A string of the source, with `{0}` where something is put in. */
export interface Found {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

/** All texts that are translated, once each. */
export function keysIn(folders: readonly string[]): string[] {
  const keys = new Set<string>();
  for (const { source } of sources(folders))
    visit(source, (node) => {
      if (!ts.isTaggedTemplateExpression(node) || !TAGS.has(node.tag.getText(source))) return;
      const key = templateText(node.template);
      if (HAS_WORD.test(key)) keys.add(key);
    });
  return [...keys].sort();
}

/** Strings that read like prose and are not translated. */
export function untranslated(folders: readonly string[]): Found[] {
  const found: Found[] = [];
  for (const { file, source } of sources(folders))
    visit(source, (node) => {
      const text = literalText(node);
      if (text === null || ts.isTaggedTemplateExpression(node.parent) || !isProse(text) || isNoText(node)) return;
      found.push({ text, file, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 });
    });
  return found;
}

function* sources(folders: readonly string[]): Generator<{ readonly file: string; readonly source: ts.SourceFile }> {
  for (const folder of folders)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/(?<!\.d)\.ts$/.test(name)) continue;
      const file = join(folder, name).replaceAll('\\', '/');
      yield { file, source: ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true) };
    }
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

function templateText(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.head.text + template.templateSpans.map(({ literal }, i) => `{${i}}${literal.text}`).join('');
}

function literalText(node: ts.Node): string | null {
  if (ts.isStringLiteral(node)) return node.text;
  return ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node) ? templateText(node) : null;
}

/** Two words, or one that begins as a label does. */
function isProse(text: string): boolean {
  return /\p{L}{2,}[^\p{L}]* [\p{L}({"“]/u.test(text) || /^[A-Z][a-z]+/.test(text) || / \p{Ll}{2,}/u.test(text);
}

/** Names of properties, what is compared with, and what only a log or a developer sees. */
function isNoText(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return true;
  if (ts.isCaseClause(parent) || ts.isElementAccessExpression(parent) || ts.isPropertySignature(parent)) return true;
  if (ts.isBinaryExpression(parent) && /^[!=]==$|^in$/.test(parent.operatorToken.getText())) return true;
  for (let at: ts.Node = parent; !ts.isStatement(at) && !ts.isSourceFile(at); at = at.parent)
    if (ts.isCallExpression(at) && /(^|\.|#)log\??\.(info|warn|error)$/.test(at.expression.getText())) return true;
  return false;
}
