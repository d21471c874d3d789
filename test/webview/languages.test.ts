/** Other languages: a pseudo-language in which every text of ours is in brackets, and German. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { BRACKETS, PSEUDO, writePseudo } from '../../scripts/lib/pseudo.js';
import { until } from '../support/until.js';
import { useWorkbench } from '../support/useWorkbench.js';
import { assertAccessible } from './support/axe.js';
import { Table } from './support/table.js';

/** What is the same in all languages: names of tensors, layers, files and rules, options, units, names of methods. */
const DATA = [
  /[\w./:*()[\]-]*[/_\d.*()[\]][\w./:*()[\]-]*/g,
  /--\w+|\b[a-z]+(-[a-z]+)+\b/g,
  /\b(TensorRT|EntropyCalibration|MinMax\w*|MSE|SQNR|Inf|NaN|Conv\w*|Sigmoid|Mul|Add|Input|BatchNorm|ReLU|Pooling|Eltwise|Softmax|InnerProduct|Concat|Gemm|Relu|Scale|ElementWise|Unnamed|Layer|FP|INT|TRT)\b/g,
  /\b(data|prob|small|medium|large|picture|stem|sca|conv|pool|res|branch|relu|bias)\b/g,
];

/** Texts of a view that are in no brackets, with the element that says them. */
async function plainTexts(frame: Frame): Promise<string[]> {
  const said = await frame.evaluate(([open, close]) => {
    const found = new Set<string>();
    const see = (text: string | null, element: Element | null): void => {
      let rest = text ?? '';
      // Texts stand in texts.
      for (let before = ''; before !== rest;) {
        before = rest;
        rest = rest.replaceAll(new RegExp(`${open}[^${open}${close}]*${close}`, 'g'), ' ');
      }
      if (/[A-Za-z]{3}/.test(rest))
        found.add(`${element?.tagName.toLowerCase() ?? ''} ${element?.id ?? ''}\n${rest.trim()}`);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node instanceof Element)
        ['title', 'aria-label', 'placeholder', 'aria-description'].forEach((name) =>
          see((node as Element).getAttribute(name), node as Element),
        );
      else if (!node.parentElement?.closest('script, style')) see(node.textContent, node.parentElement);
    return [...found];
  }, BRACKETS);
  return said.filter((text) => {
    const [, ...rest] = text.split('\n');
    const words = DATA.reduce((left, pattern) => left.replaceAll(pattern, ' '), rest.join('\n'));
    return /[A-Za-z]{3}/.test(words);
  });
}

describe('a language that is none', () => {
  before(() => writePseudo());
  const vscode = useWorkbench({ language: PSEUDO, size: { width: 1600, height: 1000 } });

  /** By its English title, which the palette finds in any language. */
  const run = async (title: string): Promise<void> => {
    await vscode().press('F1');
    await vscode().quickInput.type(`>${title}`);
    await until('the command', async () => (await vscode().quickInput.rows.first().innerText()).includes(BRACKETS[0]));
    await vscode().quickInput.accept();
  };
  const choose = async (name: string): Promise<void> => {
    await vscode().quickInput.type(name);
    await vscode().quickInput.choose(name);
  };
  const selectFirst = (frame: Frame): Promise<void> => frame.locator('.grid-body .grid-row').first().click();
  /** Nothing of ours is plain, and longer texts make the view no wider. */
  const assertTranslated = async (frame: Frame, picture: string): Promise<void> => {
    await vscode().screenshot(`pseudo-${picture}`);
    assert.deepEqual(await plainTexts(frame), []);
    assert.ok(
      await frame.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
      'wider than the view',
    );
  };

  it('has the table, its findings and its header', async () => {
    const table = await Table.open(vscode(), 'broken.cache');
    await table.cell(3, 'scale').click();
    await assertTranslated(table.frame, 'table');
  });

  it('has the inspector, what values look like, the profile and the groups', async () => {
    const table = await Table.open(vscode(), 'values/calibration.json');
    await table.cell(2, 'scale').click();
    await table.button('toggle-inspector').click();
    await table.frame.locator('.values-mark').first().waitFor();
    await assertTranslated(table.frame, 'values');
    const cache = await Table.open(vscode(), 'resnet34/resnet34-trt7203.cache');
    await cache.button('toggle-groups').click();
    await cache.frame.locator('#groups').waitFor();
    await assertTranslated(cache.frame, 'groups');
  });

  it('has comparisons', async () => {
    await Table.open(vscode(), 'detector/detector-trt7203.cache');
    await run('Compare With…');
    await choose('detector-trt8601.cache');
    const diff = await vscode().webviewFrame('main.diff-page #grid');
    await selectFirst(diff);
    await assertTranslated(diff, 'diff');
  });

  it('has reviews', async () => {
    await Table.open(vscode(), 'resnet34/resnet34-trt7203.cache');
    await run('Convert to NVDLA JSON…');
    await vscode().quickInput.choose('resnet34.prototxt');
    const review = await vscode().webviewFrame('#footer #write');
    await selectFirst(review);
    await assertTranslated(review, 'review');
  });

  it('has builds', async () => {
    await Table.open(vscode(), 'build/digits.cache');
    await run('What the Build Did…');
    await vscode().quickInput.choose('digits-build.log');
    const build = await vscode().webviewFrame('.build-page #grid');
    await selectFirst(build);
    await assertTranslated(build, 'build');
  });

  it('has dumps of outputs', async () => {
    await run('Compare Output Dumps…');
    await choose('outputs-fp32.npz');
    await until('the second list', async () =>
      (
        await vscode()
          .quickInput.widget.innerText()
          .catch(() => '')
      ).includes('INT8'),
    );
    await choose('outputs-int8.npz');
    await assertTranslated(await vscode().webviewFrame('.outputs-page #grid'), 'outputs');
  });

  it('has rankings, measured in a worker', async () => {
    await Table.open(vscode(), 'shapes/shapes.cache');
    await run('Analyze with Model…');
    await vscode().quickInput.choose('shapes.onnx');
    await vscode().quickInput.choose(/^test/);
    await vscode().quickInput.answer('div=255');
    const rank = await vscode().webviewFrame('.rank-page #grid');
    await selectFirst(rank);
    await assertTranslated(rank, 'rank');
  });

  it('stands in questions', async () => {
    await Table.open(vscode(), 'resnet34/resnet34-trt7203.cache');
    await run('Convert To…');
    await until('the formats', async () => (await vscode().quickInput.rows.count()) > 3);
    const shown = await vscode().quickInput.widget.innerText();
    assert.ok(shown.includes(`${BRACKETS[0]}NVDÁ`) || shown.includes(`${BRACKETS[0]}Cóñvért`), shown);
    await vscode().quickInput.cancel();
  });
});

describe('German', () => {
  const vscode = useWorkbench({ language: 'de', size: { width: 1280, height: 800 } });

  it('is spoken by the table, its findings, and the text beside it', async () => {
    const table = await Table.open(vscode(), 'broken.cache');
    await table.cell(3, 'scale').click();
    const text = await table.frame.locator('body').innerText();
    for (const said of ['Kopfzeile', 'Einträge', 'Befunde', 'Eintrag hinzufügen', 'Dynamikbereich', 'Skala 0'])
      assert.ok(text.includes(said), said);
    assert.match((await table.frame.locator('html').getAttribute('lang')) ?? '', /^de/);
    await vscode().screenshot('german');
    await assertAccessible(vscode(), table.frame);
  });
});
