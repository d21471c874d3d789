/** Everything that the tests and `npm start` install besides package.json, pinned here and nowhere else. */
export const versions = {
  /** The Node that VS Code wants, whatever Node the project itself is used with. */
  node: '24.21.0',
  /** A headless Chromium for Linux x64, used only where no browser is installed. */
  chromium: '147.0.0',
} as const;

/** An npm package `code-server`, which carries a whole VS Code: server, extension host and web workbench. */
export interface VsCodeBuild {
  readonly codeServer: string;
  /** True for one that npm installs with its old rules only, and whose compiled modules need stand-ins. */
  readonly legacy?: true;
}

const NEWEST = '1.139.1';
/** By the version of VS Code; the oldest is the one that `engines` in package.json names. */
const BUILDS: Readonly<Record<string, VsCodeBuild>> = {
  [NEWEST]: { codeServer: '4.139.1' },
  '1.100.3': { codeServer: '4.100.3', legacy: true },
};

/** Whether the VS Code to test with lets one editor of unsaved text take the place of another without a question. */
export function replacesUnsaved(): boolean {
  return vsCodeBuild() === BUILDS[NEWEST];
}

/** The VS Code to test with: the newest, or what the environment variable CALIBRATION_TABLES_VSCODE names. Throws for a version that is not pinned here. */
export function vsCodeBuild(version = process.env['CALIBRATION_TABLES_VSCODE'] || NEWEST): VsCodeBuild {
  const build = BUILDS[version];
  if (!build) throw new Error(`No VS Code ${version} is pinned here (known: ${Object.keys(BUILDS).join(', ')}).`);
  return build;
}
