import type { Context, RootHookObject } from 'mocha';
import { endSession, session } from './session.js';

/** For browser tests: one server and one browser for all files, ended whatever happens. */
export const mochaHooks: RootHookObject = {
  async beforeAll(this: Context) {
    // The first run of all installs VS Code and perhaps a browser.
    this.timeout(15 * 60_000);
    await session();
  },
  async afterAll() {
    await endSession();
  },
};
