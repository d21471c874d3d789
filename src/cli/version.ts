// eslint-disable-next-line @typescript-eslint/no-require-imports -- bundled (the version alone), so that the one file dist/cli.js runs wherever it is copied
const packageJson = require('../../package.json') as { readonly version: string };

/** The version of this package. */
export const VERSION = packageJson.version;
