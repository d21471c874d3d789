import * as vscode from 'vscode';
import { safeHtml } from '../../core/render/safe.js';
import { TEXTS, textsOfLanguage } from '../../core/texts/translate.js';

const NONCE_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * The page of a view: `dist/webview/<name>.js` with what it imports there, and
 * `<name>.css` between the sheets that all views share; nothing from anywhere else.
 */
export function viewHtml(webview: vscode.Webview, extensionUri: vscode.Uri, name: string, title: string): string {
  const root = viewRoot(extensionUri);
  const nonce = makeNonce();
  const source = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(root, file)).toString();
  return `<!DOCTYPE html>
<html lang="${safeHtml(languageOfTexts())}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(webview, nonce)}">
  <meta property="csp-nonce" content="${nonce}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
${['views', name, 'controls'].map((sheet) => `  <link rel="stylesheet" nonce="${nonce}" href="${source(`${sheet}.css`)}">`).join('\n')}
  <title>${safeHtml(title)}</title>
  ${textsScript(nonce)}
</head>
<body>
  <div id="root"></div>
  <script type="module" nonce="${nonce}" src="${source(`${name}.js`)}"></script>
</body>
</html>`;
}

/** English where there are no texts of VS Code's language. */
function languageOfTexts(): string {
  return textsOfLanguage() ? vscode.env.language : 'en';
}

/** The texts of the language, for the module that comes after it; nothing in English. */
function textsScript(nonce: string): string {
  const texts = textsOfLanguage();
  // No text ends the script.
  return texts
    ? `<script nonce="${nonce}">globalThis.${TEXTS} = ${JSON.stringify(texts).replaceAll('<', '\\u003c')};</script>`
    : '';
}

/** The only folder that a view may load from. */
export function viewRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

function contentSecurityPolicy(webview: vscode.Webview, nonce: string): string {
  return [
    // Nothing is loaded from anywhere but what the next lines allow: no images, no connections, no frames.
    `default-src 'none'`,
    // Our one module, those that it imports, which have its nonce, and the texts of the language.
    `script-src 'nonce-${nonce}'`,
    // Our style sheets, and the style element by which the controls probe for :focus-visible.
    `style-src 'nonce-${nonce}' ${webview.cspSource}`,
  ].join('; ');
}

function makeNonce(): string {
  const random = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(random, (byte) => NONCE_CHARACTERS[byte % NONCE_CHARACTERS.length]).join('');
}
