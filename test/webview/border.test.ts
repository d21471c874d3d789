import assert from 'node:assert/strict';
import { until } from '../support/until.js';
import { openWorkbench } from '../support/useWorkbench.js';
import type { Workbench } from '../support/workbench/workbench.js';
import { CACHE } from './support/files.js';
import { Table } from './support/table.js';

/** What a page might be made to do, and the part of its policy that must stop it. */
const ATTEMPTS = [
  ['a script in the page', 'script-src-elem'],
  ['a script of another machine', 'script-src-elem'],
  ['a handler in an attribute', 'script-src-attr'],
  ['text as code', 'script-src'],
  ['a picture of another machine', 'img-src'],
  ['a picture in its own address', 'img-src'],
  ['a font of another machine', 'font-src'],
  ['a style of another machine', 'style-src-elem'],
  ['a request', 'connect-src'],
  ['a socket', 'connect-src'],
  ['a frame', 'frame-src'],
  ['a worker', 'worker-src'],
] as const;

const SET = { kind: 'set', index: 0, value: 2 };
/** For the revision that is shown, whichever it is. */
const edits = (...list: unknown[]): object[] =>
  [0, 1, 2].map((revision) => ({ type: 'edits', id: 1, revision, edits: list }));

/** What a page that is not ours could send to the host; each is refused as a whole. */
const STRANGE_MESSAGES: readonly unknown[] = [
  ...[
    null,
    1,
    '',
    'ready',
    true,
    [],
    [{ type: 'ready' }],
    {},
    { type: null },
    { type: '__proto__' },
    { type: 'toString' },
  ],
  ...[
    { type: 'write' },
    { type: 'command', command: 'workbench.action.closeAllEditors' },
    { type: 'done', write: true },
  ],
  ...[{ type: 'copy' }, { type: 'copy', text: 1, what: 'x' }, { type: 'edits' }, { type: 'edits', edits: [SET] }],
  ...[...edits({ ...SET, index: -1 }), ...edits({ ...SET, index: 0.5 }), ...edits({ ...SET, index: 2 ** 40 })],
  ...[...edits({ ...SET, value: 'much' }), ...edits({ ...SET, kind: 'constructor' }), ...edits(SET, null)],
  ...edits({ kind: 'rename', index: 0, name: 'a: 3f800000\nb' }),
  ...edits({ kind: 'rename', index: 0, name: { length: 1e9 } }),
  ...edits({ kind: 'header', raw: 'TRT-8601\ndata: 3f800000' }),
  { type: 'x'.repeat(1_000_000) },
];

type Attempt = (typeof ATTEMPTS)[number][0];

describe('the border of a webview', () => {
  let vscode: Workbench;
  let table: Table;
  before(async () => {
    vscode = await openWorkbench({});
    await vscode.page.addInitScript(shareApi);
    table = await Table.open(vscode, CACHE);
  });
  after(() => vscode.close());

  for (const [attempt, directive] of ATTEMPTS)
    it(`stops ${attempt}`, async () => {
      assert.deepEqual(await table.frame.evaluate(provoke, attempt), { directive, ran: false });
    });

  it('takes no message from within that is none, and does nothing for one that is out of place', async () => {
    await table.frame.evaluate(
      (messages) => {
        const api = (
          globalThis as unknown as { acquireVsCodeApi: () => { postMessage(message: unknown): void } }
        ).acquireVsCodeApi();
        for (const message of [undefined, NaN, new Uint8Array(9), new Date(), ...messages]) api.postMessage(message);
      },
      [...STRANGE_MESSAGES, { type: 'copy', text: 'x', what: 'the control' }],
    );
    // The last is one of ours: it has to arrive, and those before it have come to nothing.
    await vscode.page.locator('.statusbar-item').filter({ hasText: 'Copied the control' }).waitFor();
    // What is done after them is done alone: one step takes it back.
    await table.edit(1, 'scale', '1');
    await table.waitFor(1, 'hex', '3f800000');
    await table.press('ControlOrMeta+Z');
    await table.waitFor(1, 'hex', '3c010204');
    await vscode.tabs.waitUntilDirty('resnet34-trt7203.cache', false);
    assert.equal(await table.fact('entries'), '162');
    assert.deepEqual(await vscode.notifications.texts(), []);
    assert.equal(await vscode.dialogs.isOpen(), false);
    assert.deepEqual(
      (await vscode.tabs.list()).map(({ label }) => label),
      ['resnet34-trt7203.cache'],
    );
  });

  it('leaves the table as usable as it was', async () => {
    await table.filter('conv');
    await until('fewer rows', async () => /^\d\d of 162$/.test(await table.count()));
  });
});

/** Runs in the page: tries something and answers what stopped it. */
function provoke(attempt: Attempt): Promise<{ directive: string; ran: boolean }> {
  const page = globalThis as unknown as { ran?: boolean };
  delete page.ran;
  const add = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, values: Partial<HTMLElementTagNameMap[Tag]>): void =>
    document.body.append(Object.assign(document.createElement(tag), values));
  const attempts: Record<Attempt, () => unknown> = {
    'a script in the page': () => add('script', { textContent: 'globalThis.ran = true' }),
    'a script of another machine': () => add('script', { src: 'https://example.org/x.js' }),
    'a handler in an attribute': () => {
      const button = document.createElement('button');
      button.setAttribute('onclick', 'globalThis.ran = true');
      document.body.append(button);
      button.click();
      button.remove();
    },
    'text as code': () => (0, eval)('globalThis.ran = true'),
    'a picture of another machine': () => add('img', { src: 'https://example.org/x.png' }),
    'a picture in its own address': () => add('img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }),
    'a font of another machine': () => new FontFace('x', 'url(https://example.org/x.woff2)').load(),
    'a style of another machine': () => add('link', { rel: 'stylesheet', href: 'https://example.org/x.css' }),
    'a request': () => fetch('https://example.org/'),
    'a socket': () => new WebSocket('wss://example.org/'),
    'a frame': () => add('iframe', { src: 'https://example.org/' }),
    'a worker': () => new Worker(URL.createObjectURL(new Blob(['']))),
  };
  return new Promise((done) => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective }) => done({ directive: effectiveDirective, ran: page.ran === true }),
      { once: true },
    );
    // Not within the evaluation itself, whose code the browser lets do more than the page's own.
    setTimeout(
      () =>
        void Promise.resolve()
          .then(attempts[attempt])
          .catch(() => undefined),
    );
  });
}

/** Runs in every frame before its scripts: VS Code gives its messenger to the first who asks, here to all of them. */
function shareApi(): void {
  let acquire: (() => unknown) | undefined;
  let api: unknown;
  Object.defineProperty(globalThis, 'acquireVsCodeApi', {
    get: () => acquire && (() => (api ??= acquire?.())),
    set: (given: () => unknown) => (acquire = given),
  });
}
