import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from '../../support/paths.js';
import { temporaryFolder } from '../../support/temporary.js';
import { temporaryWorkspace } from '../../support/workspace.js';
import { bundleTests } from './bundleTests.js';
import { carriedExecutable } from './carriedExecutable.js';
import { report } from './report.js';
import { grepVariable, resultsVariable } from './variables.js';

/** Runs the tests of test/vscode inside a real extension host. */
async function main(): Promise<boolean> {
  // Inside the checkout, so that the bundles find its packages.
  const folder = temporaryFolder('host', join(root, 'out'));
  const suite = await bundleTests(folder);
  const results = join(folder, 'results.json');
  const desktop = process.env['CALIBRATION_TABLES_DESKTOP'] === '1';
  const crash = await runTests({
    // Without a path it downloads the desktop's VS Code, which not every machine can.
    ...(desktop ? {} : { vscodeExecutablePath: carriedExecutable(folder) }),
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    launchArgs: [temporaryWorkspace()],
    extensionTestsEnv: { [resultsVariable]: results, [grepVariable]: grep() },
  }).then(() => undefined, String);
  return report(results, crash);
}

function grep(): string | undefined {
  const at = process.argv.indexOf('--grep');
  return at < 0 ? undefined : process.argv[at + 1];
}

main().then(
  (passed) => process.exit(passed ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
