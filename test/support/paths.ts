import { join, resolve } from 'node:path';

/** The checkout. */
export const root = resolve(__dirname, '../..');

/** What the tests and `npm start` install; ignored by git and safe to delete. */
export const installRoot = join(root, '.vscode-test');

/** What a test run leaves for people to look at; ignored by git. */
export const resultsRoot = join(root, 'test-results');

export const screenshots = join(resultsRoot, 'screenshots');

/** Where `npm run screenshots` wants every picture, in all themes and widths; undefined in a run that only tests. */
export const galleryFolder = process.env['CALIBRATION_TABLES_GALLERY'];

export const samples = join(root, 'samples');
