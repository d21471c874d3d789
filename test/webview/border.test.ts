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

type Attempt = (typeof ATTEMPTS)[number][0];

describe('the border of a webview', () => {
  let vscode: Workbench;
  let table: Table;
  before(async () => {
    vscode = await openWorkbench({});
    table = await Table.open(vscode, CACHE);
  });
  after(() => vscode.close());

  for (const [attempt, directive] of ATTEMPTS)
    it(`stops ${attempt}`, async () => {
      assert.deepEqual(await table.frame.evaluate(provoke, attempt), { directive, ran: false });
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
