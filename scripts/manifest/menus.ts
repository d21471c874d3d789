/** Which command is offered where. Asleep we know names only; awake, the context key `calibrationTables.format` says what a file is. */
import { hasBuildName, hasNameOf, hasTableName } from './names.js';

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly group?: string;
  readonly when: string;
}

const OUR_EDITOR = 'activeCustomEditorId =~ /^(calibrationTables\\.|Calibration Table)/';
const OUR_DIFF = 'activeWebviewPanelId == calibrationTables.diff';
/** On this machine, or on the one that a remote window works on. */
const ON_DISK = 'resourceScheme =~ /^(file|vscode-remote)$/';
const GIT = 'config.git.enabled && !git.missing && gitOpenRepositoryCount != 0';
/** The active editor shows a table, as far as is known. */
const TABLE = `calibrationTables.format != none && (calibrationTables.format || ${OUR_EDITOR} || ${hasTableName})`;
/** In a diff a table is read and compared; what changes or writes one is offered where one is open by itself. */
const NO_DIFF = '!isInDiffEditor';
const SHOWN = `${TABLE} && ${NO_DIFF}`;
const AS_TEXT = `${SHOWN} && !(${OUR_EDITOR})`;
/** The active editor shows what a build has left, as far as is known. */
const BUILD = `(calibrationTables.isBuild || !calibrationTables.format && ${hasBuildName})`;
/** A file in the explorer. */
const FILE = '!explorerResourceIsFolder';
const ONE = '!listMultiSelection';
const MANY = 'listMultiSelection';

/** The active editor shows a table of this format, as far as is known. */
function tableOf(format: string): string {
  return `(calibrationTables.format == ${format} || !calibrationTables.format && ${hasNameOf(format)})`;
}

/** Programs are run where the workspace is trusted, and not in a browser. */
const CAN_BUILD = 'isWorkspaceTrusted && !isWeb';

function item(command: string, when: string, group?: string): MenuItem {
  return { command: `calibrationTables.${command}`, ...(group && { group }), when };
}

const palette = [
  item('openAsTable', AS_TEXT),
  item('alwaysOpenAsTables', TABLE),
  item('openAsText', OUR_EDITOR),
  item('closeTable', 'false'),
  item('restoreEarlierSave', OUR_EDITOR),
  item('findTensor', TABLE),
  // What needs no table is always there.
  ...[
    'whatTheBuildDid',
    'calibrate',
    'compareOutputs',
    'findInTables',
    'openSampleTable',
    'openSampleComparison',
    'decodeHex',
  ].map((command) => item(command, 'true')),
  item('convertToNvdla', TABLE),
  item('convertToTensorrt', TABLE),
  item('convert', TABLE),
  item('writeIntoModel', TABLE),
  // Asks for a model: once we are awake it needs no table.
  item('readModelScales', 'calibrationTables.format || resourceExtname == .onnx'),
  item('checkAgainstNetwork', TABLE),
  item('showValuesFrom', TABLE),
  item('analyze', TABLE),
  item('buildWithTable', `${TABLE} && ${CAN_BUILD}`),
  item('markEntries', 'false'),
  item('copyMarks', TABLE),
  item('exportReport', TABLE),
  item('exportForModelExplorer', TABLE),
  item('addMissingEntries', OUR_EDITOR),
  item('changeHeader', `${OUR_EDITOR} && calibrationTables.format == tensorrt`),
  item('port', TABLE),
  item('takeValues', OUR_EDITOR),
  item('compareWith', TABLE),
  item('compareSelected', 'false'),
  item('compareAsText', `${OUR_DIFF} || ${TABLE}`),
  item('selectForCompare', TABLE),
  item('compareWithSelected', `calibrationTables.compareSource && ${TABLE}`),
  // Without git they say why there is nothing to compare with.
  item('compareWithHead', TABLE),
  item('compareWithCommit', TABLE),
  item('copyAs', TABLE),
  item('compareWithTimelineItem', 'false'),
  ...['convertMany', 'checkMany', 'portMany'].map((command) => item(command, 'false')),
  ...[
    'nextChange',
    'previousChange',
    'swapSides',
    'addBase',
    'addBaseFromCommit',
    'removeBase',
    'exportComparison',
  ].map((command) => item(command, OUR_DIFF)),
];

const editorTitle = [
  item('openAsTable', AS_TEXT, 'navigation@1'),
  item('openAsText', OUR_EDITOR, 'navigation@1'),
  item('convertToNvdla', `${tableOf('tensorrt')} && ${NO_DIFF}`, 'calibrationTables@1'),
  item('convertToTensorrt', `${tableOf('nvdla')} && ${NO_DIFF}`, 'calibrationTables@1'),
  item('convert', SHOWN, 'calibrationTables@1'),
  item('writeIntoModel', `${SHOWN} && calibrationTables.format != onnx-qdq`, 'calibrationTables@1'),
  item('compareWith', SHOWN, 'calibrationTables@2'),
  item('compareWithHead', `${SHOWN} && ${ON_DISK} && ${GIT}`, 'calibrationTables@2'),
  item('compareWithCommit', `${TABLE} && ${ON_DISK} && ${GIT}`, 'calibrationTables@2'),
  item('checkAgainstNetwork', SHOWN, 'calibrationTables@3'),
  item('showValuesFrom', SHOWN, 'calibrationTables@3'),
  item('analyze', SHOWN, 'calibrationTables@3'),
  item('calibrate', SHOWN, 'calibrationTables@3'),
  item('buildWithTable', `${SHOWN} && ${CAN_BUILD}`, 'calibrationTables@3'),
  item('whatTheBuildDid', SHOWN, 'calibrationTables@3'),
  item('exportReport', SHOWN, 'calibrationTables@5'),
  item('exportForModelExplorer', SHOWN, 'calibrationTables@5'),
  item('whatTheBuildDid', `${BUILD} && ${NO_DIFF}`, 'navigation@1'),
  item('changeHeader', `calibrationTables.format == tensorrt && ${NO_DIFF}`, 'calibrationTables@4'),
  item('port', `calibrationTables.format == tensorrt && ${NO_DIFF}`, 'calibrationTables@4'),
  item('takeValues', `calibrationTables.format != none && ${OUR_EDITOR}`, 'calibrationTables@5'),
  item('copyAs', SHOWN, 'calibrationTables@5'),
  item('alwaysOpenAsTables', AS_TEXT, 'calibrationTables@6'),
  item('previousChange', OUR_DIFF, 'navigation@1'),
  item('nextChange', OUR_DIFF, 'navigation@2'),
  item('swapSides', OUR_DIFF, 'navigation@3'),
  item('compareAsText', OUR_DIFF, 'navigation@4'),
  item('addBase', OUR_DIFF, 'calibrationTables@1'),
  item('addBaseFromCommit', `${OUR_DIFF} && ${GIT}`, 'calibrationTables@1'),
  item('removeBase', OUR_DIFF, 'calibrationTables@1'),
  item('exportComparison', OUR_DIFF, 'calibrationTables@2'),
  item(
    'compareWithHead',
    `isInDiffEditor && ${ON_DISK} && calibrationTables.format != none && ${hasTableName} && ${GIT}`,
    'navigation@5',
  ),
];

/** One entry in the explorer's menu, and all behind it. */
const SUBMENU = 'calibrationTables.explorer';
const explorer: MenuItem[] = [
  // A folder's own: we know of it once we are awake.
  item('findInTables', 'explorerResourceIsFolder && calibrationTables.format', '4_search@90'),
  { submenu: SUBMENU, group: '3_compare@90', when: `${FILE} && (${hasTableName} || ${hasBuildName})` },
];

/** What stands there for a selection, all of whose files have such names as a rule; what is none says so. */
const inExplorer = [
  item('convertToNvdla', `${ONE} && (${hasNameOf('tensorrt')} || resourceLangId == tensorrt-calibration-cache)`, '1@1'),
  item('convertToTensorrt', `${ONE} && ${hasNameOf('nvdla')}`, '1@1'),
  item('convert', ONE, '1@2'),
  item('convertMany', MANY, '1@2'),
  item('writeIntoModel', ONE, '1@3'),
  item('readModelScales', `${ONE} && resourceExtname == .onnx`, '1@4'),
  item('checkAgainstNetwork', ONE, '2@1'),
  item('checkMany', MANY, '2@1'),
  item('analyze', `${ONE} && resourceExtname != .onnx`, '2@3'),
  item('calibrate', ONE, '2@4'),
  item('whatTheBuildDid', ONE, '2@2'),
  item('port', `${ONE} && ${hasNameOf('tensorrt')}`, '3@1'),
  item('portMany', MANY, '3@1'),
  item('compareWith', ONE, '4@1'),
  item('compareSelected', MANY, '4@2'),
  item('compareAsText', 'listDoubleSelection', '4@3'),
  item('selectForCompare', ONE, '4@4'),
  item('compareWithSelected', `${ONE} && calibrationTables.compareSource`, '4@5'),
  item('exportReport', FILE, '5@1'),
];

/** A version in the timeline is of the active file. */
const timeline = [item('compareWithTimelineItem', `timelineItem =~ /git:file:/ && ${hasTableName}`, '3_compare@90')];

/** Numbers are looked up where they stand. */
const editorContext = [
  item(
    'decodeHex',
    'editorHasSelection && resourceLangId =~ /^(log|plaintext|json|tensorrt-calibration-cache)$/',
    '9_calibrationTables@1',
  ),
  item('copyAs', 'calibrationTables.format && calibrationTables.format != none', '9_calibrationTables@2'),
];

/** Rows and columns of our views; what is under the mouse tells the view in its context. */
const ON_CELL = 'calibrationGrid == cell';
const ON_HEADER = 'calibrationGrid == header';
const ON_ENTRY = `${ON_CELL} && calibrationTable`;
const EDITABLE = `${ON_ENTRY} && calibrationEdits`;

function gridItem(command: string, when: string, group: string): MenuItem {
  return item(`grid.${command}`, when, group);
}

const grid = [
  gridItem('edit', EDITABLE, '0_edit@1'),
  gridItem('fillDown', EDITABLE, '0_edit@2'),
  gridItem('replaceInNames', EDITABLE, '0_edit@3'),
  gridItem('setByMethod', EDITABLE, '0_edit@4'),
  gridItem('cut', EDITABLE, '9_cutcopypaste@1'),
  gridItem('copy', ON_CELL, '9_cutcopypaste@2'),
  gridItem('copyWithHeader', ON_CELL, '9_cutcopypaste@3'),
  gridItem('copyWithoutHeader', ON_CELL, '9_cutcopypaste@4'),
  gridItem('copyAsMarkdown', ON_CELL, '9_cutcopypaste@5'),
  gridItem('copyLines', ON_ENTRY, '9_cutcopypaste@6'),
  gridItem('copyAs', ON_ENTRY, '9_cutcopypaste@7'),
  gridItem('paste', EDITABLE, '9_cutcopypaste@8'),
  gridItem('filterByValue', ON_CELL, '1_find@1'),
  gridItem('selectSimilar', ON_CELL, '1_find@2'),
  gridItem('showInText', ON_ENTRY, '1_find@3'),
  gridItem('compareEntry', ON_ENTRY, '1_find@4'),
  gridItem('mark', ON_ENTRY, '2_entries@0'),
  gridItem('duplicate', EDITABLE, '2_entries@1'),
  gridItem('moveUp', EDITABLE, '2_entries@2'),
  gridItem('moveDown', EDITABLE, '2_entries@3'),
  gridItem('revert', EDITABLE, '2_entries@4'),
  gridItem('delete', EDITABLE, '2_entries@5'),
  gridItem('filterByColumn', ON_HEADER, '0_find@1'),
  gridItem('fitColumn', ON_HEADER, '1_column@1'),
  gridItem('hideColumn', ON_HEADER, '1_column@2'),
  gridItem('showAllColumns', ON_HEADER, '1_column@3'),
];

/** Over a chart: its picture, and the numbers behind it where there is a table of them. */
const ON_CHART = 'calibrationChart';
const chart = [
  item('chart.savePicture', ON_CHART, '1_save@1'),
  item('chart.saveNumbers', `${ON_CHART} && calibrationNumbers`, '1_save@2'),
];

/** In the palette, too, where a view of ours is in front. */
const gridPalette = [...new Set([...grid, ...chart].map(({ command }) => command))].map((command) => ({
  command,
  when: `${OUR_EDITOR} || activeWebviewPanelId =~ /^calibrationTables\\./`,
}));

/** What a key or a menu of the user's own can run only with a table: those that no menu offers for other files. */
export const enablements: Readonly<Record<string, string>> = {
  'calibrationTables.openAsText': OUR_EDITOR,
  'calibrationTables.closeTable': OUR_EDITOR,
  'calibrationTables.restoreEarlierSave': OUR_EDITOR,
  'calibrationTables.addMissingEntries': OUR_EDITOR,
  'calibrationTables.takeValues': OUR_EDITOR,
  'calibrationTables.findTensor': TABLE,
};

export const menus: Readonly<Record<string, readonly MenuItem[]>> = {
  commandPalette: [...palette, ...gridPalette],
  'editor/title': editorTitle,
  'editor/context': editorContext,
  'explorer/context': explorer,
  [SUBMENU]: inExplorer,
  'timeline/item/context': timeline,
  'webview/context': [...grid, ...chart],
};
