import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import { basename } from 'node:path';
import tseslint from 'typescript-eslint';

/** The arrows of the house: which folder may not import which others (see CONTRIBUTING.md). */
function forbid(files, groups) {
  const patterns = groups.map(([group, message]) => ({ group, message }));
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

const noHost = [['**/host', '**/host/**'], 'Nothing imports the host.'];
const noCli = [['**/cli', '**/cli/**'], 'Only bin runs the CLI.'];
const noWebview = [['**/webview/{shared,table,diff,review}/**'], 'Views are loaded as bundles, never imported.'];
const noVscode = [['vscode'], 'Only src/host talks to VS Code.'];
const noNode = [
  ['node:*', 'fs', 'path', 'os', 'child_process', 'util', 'crypto', 'buffer'],
  'No Node here: it also runs in a browser.',
];
const noProtocol = [['**/protocol/**'], 'Messages are between the host and its views.'];
const onlyInControls = [
  ['@vscode/webview-ui-toolkit', '@vscode/webview-ui-toolkit/*'],
  'All imports of the toolkit stand in webview/shared/controls.ts.',
];

/** The rooms of the core, from the ground up: a room knows those before it, none after it. */
const coreRooms = [
  'bytes',
  'table',
  'activations',
  'findings',
  'network',
  'naming',
  'render',
  'formats',
  'edits',
  'check',
  'diff',
  'transfer',
];

/** The rooms of the host, likewise; extension.ts composes them. */
const hostRooms = ['platform', 'ui', 'webview', 'network', 'editor', 'language', 'transfer', 'compare'];

/** The views know what all of them share, and not each other. */
const views = ['table', 'diff', 'review'];

function noArrowUp(base, rooms, common, outside = []) {
  return rooms.map((room, floor) => {
    const above = rooms
      .slice(floor + 1)
      .map((upper) => [[`../**/${upper}/**`, ...outside], `${room} stands below ${upper}.`]);
    return forbid([`${base}/${room}/**`], [...common, ...above]);
  });
}

const core = [noHost, noCli, noWebview, noVscode, noNode, noProtocol];
const host = [noCli, noWebview, [['node:*'], 'Node only in a platform pair: x.ts beside x.web.ts.']];
const view = [noHost, noCli, noVscode, noNode, onlyInControls];

/** A file is named like the function or class in it, in camelCase, whatever it exports. */
const fileName = {
  meta: { type: 'suggestion', schema: [] },
  create: (context) => ({
    Program(node) {
      if (!/^[a-z][A-Za-z0-9]*(\.\w+)*$/.test(basename(context.filename)))
        context.report({ node, message: 'File names are camelCase.' });
    },
  }),
};

const privacy = {
  selector:
    ':matches(PropertyDefinition, MethodDefinition[kind!="constructor"], AccessorProperty, TSParameterProperty)[accessibility="private"]',
  message: 'What is private begins with #.',
};

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-test/', 'test-results/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    plugins: { house: { rules: { 'file-name': fileName } }, regexp },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-control-regex': 'off',
      'no-restricted-syntax': ['error', privacy],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      // Each `?? 0` behind an index counts as a branch, so number crunching needs room.
      complexity: ['error', 24],
    },
  },
  { files: ['**/*.ts'], rules: { 'house/file-name': 'error' } },
  {
    // What runs over any file that somebody opens: a pattern that backtracks stops the editor on one long line.
    files: ['src/core/formats/**', 'src/core/table/**', 'src/host/language/**'],
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': 'error',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly' } },
  },
  ...noArrowUp('src/core', coreRooms, core),
  forbid(['src/protocol/**'], [noHost, noCli, noWebview, noVscode, noNode]),
  ...noArrowUp('src/host', hostRooms, host, ['!**/core/**']),
  ...noArrowUp('src/host', ['platform'], [noCli, noWebview]),
  forbid(['src/host/platform/*.web.ts'], [noCli, noWebview, noNode]),
  forbid(['src/cli/**'], [noHost, noWebview, noVscode, noProtocol]),
  forbid(['webview/**'], view),
  ...views.map((name) =>
    forbid(
      [`webview/${name}/**`],
      [
        ...view,
        ...views
          .filter((other) => other !== name)
          .map((other) => [[`../${other}/**`, `../../${other}/**`], 'A view knows no other view.']),
      ],
    ),
  ),
  forbid(['webview/shared/**'], [...view, [['../../{table,diff,review}/**'], 'What is shared knows no view.']]),
  forbid(['webview/shared/controls.ts'], [noHost, noCli, noVscode, noNode]),
);
