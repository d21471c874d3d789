import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../settings.js';

const WEBVIEWS = '/static/out/vs/workbench/contrib/webview/browser/pre';
const NAMES = '/static/out/nls.messages.js';

export interface PageOptions {
  /** The folder of a VS Code build: code-server's `lib/vscode`. */
  readonly vsCode: string;
  /** Host and port of the page. */
  readonly authority: string;
  /** Paths at which the page finds extensions. */
  readonly extensions: readonly string[];
  readonly settings: Settings;
}

/** VS Code's page, with all that its server would fill in. */
export function workbenchPage(options: PageOptions): string {
  const template = readFileSync(join(options.vsCode, 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
  const values: Readonly<Record<string, string>> = {
    WORKBENCH_WEB_CONFIGURATION: escaped(JSON.stringify(configuration(options))),
    WORKBENCH_WEB_BASE_URL: '/static',
    BASE: '/static',
    VS_BASE: '/static',
    WORKBENCH_NLS_FALLBACK_URL: NAMES,
    WORKBENCH_NLS_URL: NAMES,
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

/** Without a remote the only extension host is the worker in the browser. */
function configuration({ authority, extensions, settings }: PageOptions): object {
  return {
    webviewEndpoint: WEBVIEWS,
    additionalBuiltinExtensions: extensions.map((path) => ({ scheme: 'http', authority, path })),
    configurationDefaults: settings,
    enableWorkspaceTrust: false,
    // code-server wants an answer to these.
    isEnabledCoderGettingStarted: false,
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    productConfiguration: {
      enableTelemetry: false,
      extensionEnabledApiProposals: { 'calibration-tables-test.disk': ['fileSearchProvider'] },
    },
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
