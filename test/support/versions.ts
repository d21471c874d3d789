/** Everything that the tests and `npm start` install besides package.json, pinned here and nowhere else. */
export const versions = {
  /** The npm package that carries a whole VS Code: server, extension host and web workbench. */
  codeServer: '4.139.1',
  /** The Node that this VS Code wants, whatever Node the project itself is used with. */
  node: '24.21.0',
  /** A headless Chromium for Linux x64, used only where no browser is installed. */
  chromium: '147.0.0',
} as const;
