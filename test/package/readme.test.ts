/** The README that the package carries, as long as this project has no public address. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../support/paths.js';

describe('the README of the package', () => {
  let packaged: (readme: string) => string;
  before(async () => {
    const path = pathToFileURL(join(root, 'scripts/lib/packagedReadme.mjs')).href;
    ({ packagedReadme: packaged } = (await import(path)) as { packagedReadme: typeof packaged });
  });

  it('has no picture and no link that only the checkout has, and all the words', () => {
    assert.equal(
      packaged('# T\n\n![A table](docs/a.png)\n\nSee [the list](docs/b.md), ![x](y.png)and [why](#why).\n'),
      '# T\n\nSee the list, and [why](#why).\n',
    );
  });

  it('keeps what has an address', () => {
    const text = '![badge](https://example.org/a.svg) [site](https://example.org)\n';
    assert.equal(packaged(text), text);
  });

  it('is ours but for that', () => {
    const own = readFileSync(join(root, 'README.md'), 'utf8');
    const made = packaged(own);
    assert.doesNotMatch(made, /\]\((?!https:|#)/);
    const headings = (text: string): string[] => text.match(/^#+ .*/gm) ?? [];
    assert.deepEqual(headings(made), headings(own));
  });
});
