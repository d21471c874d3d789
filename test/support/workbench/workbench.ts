import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { galleryFolder, screenshots } from '../paths.js';
import { type Theme, THEMES } from '../settings.js';
import { appears, patience, until } from '../until.js';
import { Witness } from '../witness.js';
import { Dialogs } from './dialogs.js';
import { Explorer } from './explorer.js';
import { Look } from './look.js';
import { Menu } from './menu.js';
import { Notifications } from './notifications.js';
import { QuickInput } from './quickInput.js';
import { storedState } from './storedState.js';
import { Tabs } from './tabs.js';
import { TextEditor } from './textEditor.js';
import { Webviews } from './webviews.js';
import { inWidths } from './widths.js';

/** Where a window is, and how it looks. */
export interface WorkbenchPlace {
  readonly url: string;
  /** The folder that is open, on disk. */
  readonly folder: string;
  /** The themes of its pictures; it starts in the first. */
  readonly themes: readonly Theme[];
}

/** A VS Code window, as a person sees and uses it. */
export class Workbench {
  readonly quickInput: QuickInput;
  readonly dialogs: Dialogs;
  readonly notifications: Notifications;
  readonly tabs: Tabs;
  readonly menu: Menu;
  readonly explorer: Explorer;
  readonly textEditor: TextEditor;
  /** The first text editor in any group, for who works in another one. */
  readonly textBeside: TextEditor;
  readonly webviews: Webviews;
  /** The folder that is open, on disk. */
  readonly folder: string;
  readonly #themes: readonly Theme[];
  readonly #look: Look;

  private constructor(
    readonly page: Page,
    readonly witness: Witness,
    { folder, themes }: WorkbenchPlace,
  ) {
    this.folder = folder;
    this.#themes = themes;
    this.quickInput = new QuickInput(page);
    this.dialogs = new Dialogs(page);
    this.notifications = new Notifications(page);
    this.tabs = new Tabs(page);
    this.menu = new Menu(page);
    this.explorer = new Explorer(page, this.menu);
    this.textEditor = new TextEditor(page);
    this.textBeside = new TextEditor(page, '.editor-group-container');
    this.webviews = new Webviews(page);
    this.#look = new Look(page, this.webviews);
  }

  static async open(context: BrowserContext, place: WorkbenchPlace): Promise<Workbench> {
    const witness = new Witness(context);
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    // Leaving a page with unsaved changes must not hang on the browser's own question.
    page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
    const workbench = new Workbench(page, witness, place);
    await workbench.#look.start(place.themes[0] ?? 'light');
    await page.goto(place.url);
    await workbench.#ready();
    return workbench;
  }

  /** The same window for other tests; what it has said and asked for so far is forgotten. */
  async again({ themes }: Pick<WorkbenchPlace, 'themes'>): Promise<Workbench> {
    this.witness.forget();
    const workbench = new Workbench(this.page, this.witness, { url: this.page.url(), folder: this.folder, themes });
    await workbench.#look.change(themes[0] ?? 'light');
    return workbench;
  }

  /**
   * Starts the window again, as after a restart; what hot exit kept comes back.
   * @param kept what of a view's state has to be stored by then
   */
  async reload(kept?: RegExp): Promise<void> {
    // Hot exit keeps unsaved changes a second after they were made; a browser can't make it hurry, and being asked to leave earlier
    // makes it give up.
    await sleep(2000);
    if (kept) await this.stored(kept);
    else {
      // Which tabs are open is stored as well; where none is, nothing tells that.
      await storedState(this.page, 1);
      await sleep(1000);
    }
    await this.page.reload();
    await this.#ready();
  }

  /** What is stored of the window, once it fits a pattern. */
  async stored(pattern: RegExp): Promise<readonly string[]> {
    return until(`${pattern} in what is stored of the window`, async (attempt) => {
      const found = pattern.exec(await storedState(this.page, attempt));
      return found ?? undefined;
    });
  }

  /** The absolute path of a file in the open folder. */
  path(name: string): string {
    return join(this.folder, name);
  }

  /** Opens a file by its path in the folder, as by Ctrl+P. */
  async openFile(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    await until(
      `"${name}" in front`,
      async (attempt) => {
        await this.#find('ControlOrMeta+P', path, name);
        // On a busy machine Enter may take the file that stood first before the words were looked for.
        return this.tabs.isInFront(name, 2000 * attempt);
      },
      2 * patience,
    );
  }

  /** Runs a command by its full title, as in the palette: `File: Save As...`. */
  async runCommand(title: string): Promise<void> {
    await this.#find('F1', `>${title}`, title);
  }

  /** The titles that the palette offers for a search. */
  async commands(search: string): Promise<string[]> {
    await this.#summon('F1');
    await this.quickInput.type(`>${search}`);
    const titles = await this.quickInput.labels();
    await this.quickInput.cancel();
    return titles;
  }

  /** The page of the webview that contains what the selector finds. */
  webviewFrame(selector: string): Promise<Frame> {
    return this.webviews.containing(selector);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Clicks an icon at the right end of the editor's title bar, or an item behind its three dots; what is offered may change as files are read. */
  async editorAction(title: string): Promise<void> {
    const bar = this.page.locator('.editor-group-container.active .editor-actions');
    const icon = bar.locator(`.action-label[aria-label^="${title}"]`);
    await until(`"${title}" in the title bar`, async () => {
      if ((await icon.count()) > 0) {
        await icon.first().click();
        return true;
      }
      await bar.locator('.action-label.codicon-toolbar-more').click();
      const isOffered = (await this.menu.labels()).includes(title);
      await (isOffered ? this.menu.choose(title) : this.menu.dismiss());
      return isOffered;
    });
  }

  /** Leaves a picture in test-results/screenshots. */
  screenshot(name: string): Promise<string> {
    return this.#picture(screenshots, name);
  }

  /** Leaves a picture in each theme of the window, `name-light.png` and so on; for a gallery in all themes, and in each width. */
  async pictures(name: string): Promise<void> {
    await this.inThemes(async (theme) => void (await this.screenshot(`${name}-${theme}`)));
    const gallery = galleryFolder;
    if (gallery === undefined) return;
    const themes = [...new Set([...this.#themes, ...THEMES])];
    await inWidths(this.page, this.webviews, (width) =>
      this.inThemes(async (theme) => void (await this.#picture(gallery, `${name}-${width}-${theme}`)), themes),
    );
  }

  /** Looks at what is in sight in each theme of the window, and leaves the window in its first one. */
  async inThemes(look: (theme: Theme) => Promise<void>, themes = this.#themes): Promise<void> {
    const [first, ...others] = themes;
    if (first) await look(first);
    for (const theme of others) {
      await this.#look.change(theme);
      await look(theme);
    }
    if (first && others.length > 0) await this.#look.change(first);
  }

  async #picture(folder: string, name: string): Promise<string> {
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /**
   * Opens the box at the top, searches and chooses, again if need be: a page that takes the focus closes the box, and a file that was
   * written a moment ago is listed only when the box is opened again.
   */
  async #find(key: string, text: string, label: string): Promise<void> {
    await until(
      `"${label}" in the box at the top`,
      async (attempt) => {
        await this.#summon(key);
        const chosen = (await this.quickInput.typed(text)) && (await this.quickInput.chosen(label, 2000 * attempt));
        if (!chosen) await this.page.keyboard.press('Escape');
        return chosen;
      },
      2 * patience,
    );
  }

  /** Opens the box at the top; a key is lost when the webview that has the focus is just being replaced. */
  async #summon(key: string): Promise<void> {
    await until('the box at the top', async (attempt) => {
      await this.page.keyboard.press(key);
      return appears(this.quickInput.widget, 1000 * attempt);
    });
  }

  async #ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.editor').waitFor();
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    // Before the extensions are known a file opens in the wrong editor.
    await this.page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, 'code/didLoadExtensions');
    // What extensions contribute is taken in when the page has nothing else to do: then it comes to us too.
    await this.page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done())));
  }
}
