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
const noWorker = [['**/worker/main.js', '**/worker/platform/**'], 'The worker is loaded as a bundle, never imported.'];
const noEngine = [
  ['**/engine/main.js', '**/engine/onnxruntime.js', '**/engine/subjectOf.js'],
  'The engine is loaded as a bundle, by src/engine/client.ts: imported, it would be in yours.',
];
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
  'texts',
  'bytes',
  'table',
  'activations',
  'findings',
  'network',
  'build',
  'model',
  'naming',
  'marks',
  'render',
  'formats',
  'edits',
  'check',
  'diff',
  'transfer',
  'tensors',
  'run',
  'report',
  'answers',
];

/** The rooms of the host, likewise; allFeatures.ts composes them, extension.ts wakes it. */
const hostRooms = [
  'platform',
  'work',
  'ui',
  'git',
  'webview',
  'network',
  'editor',
  'language',
  'transfer',
  'compare',
  'build',
  'model',
  'terminal',
  'welcome',
  'assistants',
  'export',
  'marks',
];

/** The views know what all of them share, and not each other. */
const views = ['table', 'diff', 'review', 'build', 'rank', 'outputs'];

function noArrowUp(base, rooms, common, outside = []) {
  return rooms.map((room, floor) => {
    const above = rooms
      .slice(floor + 1)
      .map((upper) => [[`../**/${upper}/**`, ...outside], `${room} stands below ${upper}.`]);
    return forbid([`${base}/${room}/**`], [...common, ...above]);
  });
}

const core = [noHost, noCli, noWebview, noVscode, noNode, noProtocol];
const host = [
  noCli,
  noWebview,
  noWorker,
  noEngine,
  [['node:*'], 'Node only in a platform pair: x.ts beside x.web.ts.'],
];
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

const madeSafe = {
  selector: 'TSAsExpression[typeAnnotation.typeName.name=/^Safe(Text|Lines)$/]',
  message: 'Text becomes safe by the functions of src/core/render/safe.ts, not by saying so.',
};

const privacy = {
  selector:
    ':matches(PropertyDefinition, MethodDefinition[kind!="constructor"], AccessorProperty, TSParameterProperty)[accessibility="private"]',
  message: 'What is private begins with #.',
};

/** `vscode.window.<name>` in any form; getting hold of `vscode.window` itself, which would hide the name, is one of them. */
const windowMember = (names) =>
  `MemberExpression[object.object.name="vscode"][object.property.name="window"][property.name=/^(${names})$/]`;

/** What stands in text as markup in VS Code: only src/host/ui calls these, with texts that are safe by type. */
const surfaces = [
  [
    windowMember('show(Information|Warning|Error)Message|setStatusBarMessage|createStatusBarItem'),
    'Tell by src/host/ui/notify.ts: it takes safe texts only.',
  ],
  [
    windowMember('show(QuickPick|InputBox|OpenDialog|SaveDialog|WorkspaceFolderPick)|create(QuickPick|InputBox)'),
    'Ask by src/host/ui/ask.ts: it takes safe texts only.',
  ],
  [windowMember('with(Scm)?Progress'), 'Show progress by src/host/ui/progress.ts: it takes safe texts only.'],
  [
    windowMember('create(WebviewPanel|TreeView|Terminal|TextEditorDecorationType)|registerTreeDataProvider'),
    'Open panels by src/host/ui/panels.ts: it takes safe texts only.',
  ],
  [windowMember('createOutputChannel'), 'Log by src/host/ui/log.ts: a name can forge no lines there.'],
  [
    'MemberExpression[object.name="vscode"][property.name="window"]:not(MemberExpression > MemberExpression.object), MemberExpression[object.object.name="vscode"][object.property.name="window"][computed=true], VariableDeclarator[init.name="vscode"] > ObjectPattern, ImportDeclaration[source.value="vscode"] > ImportSpecifier',
    'Write vscode.window.… out: the other rules look for it.',
  ],
  [
    ':matches(AssignmentExpression[left.property.name=/^(title|tooltip|badge|description|message)$/])[left.object.type!="ThisExpression"]',
    'Name tabs by setTitle of src/host/ui/panels.ts: it takes safe texts only.',
  ],
  ['Literal[value="vscode.diff"]', 'Show differences by openDiff of src/host/ui/panels.ts: its title is safe.'],
  [
    'NewExpression[callee.property.name=/^(MarkdownString|Hover|CodeLens|Diagnostic|DocumentSymbol|InlayHint|CompletionItem|CodeAction)$/]',
    'Show text in editors by src/host/ui/inEditor.ts: it takes safe texts only.',
  ],
  [
    'MemberExpression[object.object.name="vscode"][object.property.name="commands"][property.name=/^register(TextEditor)?Command$/]',
    'Register by src/host/ui/commands.ts: it loses no error.',
  ],
].map(([selector, message]) => ({ selector, message }));

/** What would make markup of a text, or say it as it is to a screen reader: only webview/shared/dom.ts may. */
const markup = [
  [
    'CallExpression[callee.property.name="setAttribute"][arguments.0.value=/^(title|aria-label|aria-description|on.*|href|src|srcdoc)$/], AssignmentExpression[left.property.name=/^(title|ariaLabel|ariaDescription)$/][left.object.type!="ThisExpression"]',
    'Use setLabel, setTooltip or setAttributes of webview/shared/dom.ts: they make the text safe.',
  ],
  [
    'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|srcdoc)$/], MemberExpression[object.name="document"][property.name=/^write(ln)?$/]',
    'Text from a file never becomes HTML: build elements by el of webview/shared/dom.ts.',
  ],
].map(([selector, message]) => ({ selector, message }));

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
      'no-restricted-syntax': ['error', privacy, madeSafe],
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
  {
    // Extensions of the tests, as a web worker loads them: one file each, CommonJS.
    files: ['test/support/**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        crypto: 'readonly',
        EventSource: 'readonly',
        fetch: 'readonly',
        TextEncoder: 'readonly',
        URLSearchParams: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['src/core/render/safe.ts'], rules: { 'no-restricted-syntax': ['error', privacy] } },
  {
    files: ['src/host/**'],
    ignores: ['src/host/ui/**'],
    rules: { 'no-restricted-syntax': ['error', privacy, madeSafe, ...surfaces] },
  },
  {
    files: ['webview/**'],
    ignores: ['webview/shared/dom.ts'],
    rules: { 'no-restricted-syntax': ['error', privacy, madeSafe, ...markup] },
  },
  ...noArrowUp('src/core', coreRooms, core),
  forbid(['src/protocol/**'], [noHost, noCli, noWebview, noVscode, noNode]),
  ...noArrowUp('src/host', hostRooms, host, ['!**/core/**']),
  ...noArrowUp('src/host', ['platform'], [noCli, noWebview]),
  forbid(['src/host/platform/*.web.ts'], [noCli, noWebview, noNode]),
  forbid(['src/worker/**'], [noHost, noCli, noWebview, noVscode]),
  forbid(
    ['src/worker/*.ts', 'src/worker/jobs/**', 'src/worker/platform/*.web.ts'],
    [noHost, noCli, noWebview, noVscode, noNode],
  ),
  forbid(['src/engine/**'], [noHost, noCli, noWebview, noVscode, noNode, noProtocol]),
  forbid(['src/node/**'], [noHost, noCli, noWebview, noVscode, noProtocol]),
  forbid(['src/cli/**'], [noHost, noWebview, noVscode, noProtocol, noEngine]),
  forbid(['src/api/**'], core),
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
  forbid(['webview/shared/**'], [...view, [['../../{table,diff,review,build}/**'], 'What is shared knows no view.']]),
  forbid(['webview/shared/controls.ts'], [noHost, noCli, noVscode, noNode]),
);
