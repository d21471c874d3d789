/** User settings as in settings.json. */
export type Settings = Readonly<Record<string, unknown>>;

/** What keeps VS Code to itself: no welcome pages, no assistants, no lookups. For people and tests alike. */
export const quietSettings: Settings = {
  'workbench.startupEditor': 'none',
  // As on the desktop; in a browser it would be on.
  'files.autoSave': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
};

/** As a user has it who chose *Always Open as Tables*: tests of the table open it by a click. */
const alwaysTables: Settings = Object.fromEntries(
  ['*calib*.json', '*calib*.txt', '*calib*.bin', '*cal_trt*.bin', '*cali_table*'].map((name) => [
    name,
    'calibrationTables.tableOption',
  ]),
);

/** What tests want on top: no animation, no question that is not ours. */
export const testSettings: Settings = {
  ...quietSettings,
  'security.workspace.trust.enabled': false,
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'workbench.editorAssociations': alwaysTables,
  'workbench.reduceMotion': 'on',
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  // Tests read what stands in the file.
  'editor.inlayHints.enabled': 'off',
  // Looks for listening ports with `ps` every few seconds.
  'remote.autoForwardPorts': false,
};

const themes = {
  light: { setting: 'workbench.preferredLightColorTheme', name: 'Light Modern' },
  dark: { setting: 'workbench.preferredDarkColorTheme', name: 'Dark Modern' },
  highContrast: { setting: 'workbench.preferredHighContrastColorTheme', name: 'Default High Contrast' },
  highContrastLight: {
    setting: 'workbench.preferredHighContrastLightColorTheme',
    name: 'Default High Contrast Light',
  },
} as const;

export type Theme = keyof typeof themes;

/** All kinds of themes that VS Code has, for whatever has to hold in each: contrast, and what is drawn. */
export const THEMES = Object.keys(themes) as readonly Theme[];

/** Has VS Code follow what its window says of light and contrast, which a test can change at once. */
export const themeSettings: Settings = {
  'window.autoDetectHighContrast': true,
  'window.autoDetectColorScheme': true,
  ...Object.fromEntries(Object.values(themes).map(({ setting, name }) => [setting, name])),
};
