import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** The arrows of the house: which folder may not import which others (see CONTRIBUTING.md). */
function forbid(files, groups) {
  const patterns = groups.map(([group, message]) => ({ group, message }));
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

const noHost = [['**/host', '**/host/**'], 'Nothing imports the host.'];
const noCli = [['**/cli', '**/cli/**'], 'Only bin runs the CLI.'];
const noWebview = [['**/webview', '**/webview/**'], 'Views are loaded as bundles, never imported.'];
const noVscode = [['vscode'], 'Only src/host talks to VS Code.'];
const noNode = [
  ['node:*', 'fs', 'path', 'os', 'child_process', 'util', 'crypto', 'buffer'],
  'No Node here: it also runs in a browser.',
];
const onlyInControls = [
  ['@vscode/webview-ui-toolkit', '@vscode/webview-ui-toolkit/*'],
  'All imports of the toolkit stand in webview/shared/controls.ts.',
];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-test/', 'test-results/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-control-regex': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      // Each `?? 0` behind an index counts as a branch, so number crunching needs room.
      complexity: ['error', 24],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly' } },
  },
  forbid(
    ['src/core/**'],
    [noHost, noCli, noWebview, noVscode, noNode, [['**/protocol', '**/protocol.js'], 'The core knows no messages.']],
  ),
  forbid(['src/protocol.ts'], [noHost, noCli, noWebview, noVscode, noNode]),
  forbid(['src/host/**'], [noCli, noWebview, [['node:*'], 'Node only in a platform pair: x.ts beside x.web.ts.']]),
  forbid(['src/host/platform/*.ts'], [noCli, noWebview]),
  forbid(['src/host/platform/*.web.ts'], [noCli, noWebview, noNode]),
  forbid(
    ['src/cli/**'],
    [noHost, noWebview, noVscode, [['**/protocol', '**/protocol.js'], 'The CLI sends no messages.']],
  ),
  forbid(['webview/**'], [noHost, noCli, noVscode, noNode, onlyInControls]),
  forbid(['webview/shared/controls.ts'], [noHost, noCli, noVscode, noNode]),
);
