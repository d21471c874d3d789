import { parseArgs } from 'node:util';
import { launchBrowser } from '../../support/browser.js';
import { testSettings } from '../../support/settings.js';
import { temporaryFolder } from '../../support/temporary.js';
import { VsCodeServer } from '../../support/vsCodeServer.js';
import { workbenchUrl } from '../../support/workbenchUrl.js';

/** No run takes longer; one that stands still is ended by whoever started us. */
const longest = 24 * 60 * 60_000;

/** What desktop VS Code does with these arguments: runs a test module in the extension host and ends with its exit code. */
async function main(): Promise<number> {
  const { extension, tests, folder } = readArguments();
  const server = await VsCodeServer.start({ dataFolder: temporaryFolder('server'), forTests: true, env: process.env });
  server.writeSettings(testSettings);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.on('console', (message) => show(message.text()));
    // The workbench calls this, where it finds it, with the exit code that a desktop would end with.
    const finished = new Promise<number>((done) => void page.exposeFunction('codeAutomationExit', done));
    // Through this it says what its log says, which in a run of tests has what the extension host writes to its console.
    await page.exposeFunction('codeAutomationLog', (_level: string, [said]: readonly unknown[]) => showOutcome(said));
    await page.goto(workbenchUrl({ authority: server.authority, folder, extension, tests }));
    // An extension host that crashed tells the workbench nothing. One that is gone before its tests left results has failed, whatever its code.
    return await Promise.race([finished, server.extensionHostExit(longest)]);
  } finally {
    await browser.close();
    await server.stop();
  }
}

function readArguments(): { extension: string; tests: string; folder: string } {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    options: { extensionDevelopmentPath: text, extensionTestsPath: text },
    allowPositionals: true,
    // The desktop's other options mean nothing here.
    strict: false,
  });
  const [folder] = positionals;
  const { extensionDevelopmentPath: extension, extensionTestsPath: tests } = values;
  if (typeof extension !== 'string' || typeof tests !== 'string' || !folder)
    throw new Error('Expected a folder, an extension and its tests.');
  return { extension, tests, folder };
}

/** How a test ended, as the suite writes it: a log has much else. */
function showOutcome(said: unknown): void {
  const [outcome] = /^ {2}[✔✘-] .*/m.exec(String(said)) ?? [];
  if (outcome) console.log(outcome);
}

/** What extension and tests write to their console, without the styling. */
function show(message: string): void {
  const [, said] = message.match(/^%c\[Extension Host\] %c([^]*?)(?: color: ?\w* color: ?\w*)?\s*$/) ?? [];
  // The carried VS Code comes without compiled modules, does without them, and says so at length.
  if (said && !/Could not locate the bindings file/.test(said)) console.log(said);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
