import assert from 'node:assert/strict';
import type { Suite } from 'mocha';
import { closeKeptWindow, keepWindow, takeKeptWindow } from './keptWindow.js';
import type { HostServer } from './hostServer.js';
import { session, tidiedPath } from './session.js';
import { type Settings, testSettings, type Theme, themeSettings } from './settings.js';
import { vsCodeBuild } from './versions.js';
import { Workbench } from './workbench/workbench.js';
import { temporaryWorkspace, type WorkspaceFiles } from './workspace.js';

export interface WorkbenchOptions {
  readonly theme?: Theme;
  /** Themes of which `pictures` takes one each, where a picture can differ; the tests run in the first. */
  readonly themes?: readonly Theme[];
  /** User settings on top of those of every test. */
  readonly settings?: Settings;
  /** Files beside the copy of the samples. */
  readonly files?: WorkspaceFiles;
  readonly size?: { readonly width: number; readonly height: number };
  /** The display language, such as `de`: of what extensions say; VS Code's own texts stay English. */
  readonly language?: string;
  /** A window of its own, for tests of what VS Code remembers of a window. */
  readonly fresh?: boolean;
}

/**
 * Called in a `describe`: its tests share a window on a fresh copy of the samples. The next `describe` gets the same window, tidied
 * up, unless a test failed in it or either wants settings or a size of its own, or a `fresh` one. A failed test leaves a screenshot;
 * at the end no content security policy may have been violated and nothing may have gone to another machine.
 */
export function useWorkbench(options: WorkbenchOptions = {}): () => Workbench {
  const keeps = !options.fresh && !options.settings && !options.size && !options.language && !vsCodeBuild().legacy;
  let workbench: Workbench | undefined;
  before(async function () {
    workbench = keeps ? await takeKeptWindow({ themes: themesOf(options) }, options.files) : undefined;
    workbench ??= await openWorkbench(options);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await workbench?.screenshot(`failed-${fileName(this.currentTest.fullTitle())}`);
  });
  after(async function () {
    const witness = workbench?.witness;
    const violations = witness?.policyViolations ?? [];
    const requests = witness?.foreignRequests ?? [];
    if (workbench && keeps && allPassed(this.test?.parent)) keepWindow(workbench);
    else await workbench?.close();
    assert.deepEqual(violations, [], 'content security policy');
    assert.deepEqual(requests, [], 'requests to other machines');
  });
  return () => workbench ?? assert.fail('no workbench outside of tests');
}

/** Whether nothing went wrong in a `describe`, a hook included: what comes after one that failed does not run. */
function allPassed(suite: Suite | undefined): boolean {
  let passed = suite !== undefined;
  suite?.eachTest(({ state }) => (passed &&= state === 'passed'));
  return passed;
}

/** The same tests once for each theme: for what is measured in each, as contrast is. A picture alone takes `themes` above. */
export function describeInThemes(title: string, themes: readonly Theme[], body: (theme: Theme) => void): void {
  for (const theme of themes) describe(`${title} (${theme})`, () => body(theme));
}

/** @param ownServer another server than the one that all tests share */
export async function openWorkbench(options: WorkbenchOptions, ownServer?: HostServer): Promise<Workbench> {
  const { settings, files, size, language } = options;
  await closeKeptWindow();
  const { server: shared, browser } = await session();
  const server = ownServer ?? shared;
  server.writeSettings({ ...testSettings, ...themeSettings, 'tidyUp.path': tidiedPath, ...settings });
  const folder = temporaryWorkspace(files);
  const context = await browser.newContext({ viewport: size ?? { width: 1280, height: 800 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // tsx marks functions with a helper of its own, which functions that run in the page would miss.
  await context.addInitScript('globalThis.__name ??= (named) => named;');
  // What a language pack's messages set before VS Code's first module is loaded.
  if (language) await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = '${language}';`);
  const url = server.windowUrl(folder);
  return Workbench.open(context, { url, folder, themes: themesOf(options) });
}

/** An older VS Code keeps the theme that its window in the browser started with. */
function themesOf({ theme = 'light', themes = [theme] }: WorkbenchOptions): readonly Theme[] {
  return vsCodeBuild().legacy ? themes.slice(0, 1) : themes;
}

function fileName(title: string): string {
  return title.replace(/[^\w.-]+/g, '-').slice(0, 120);
}
