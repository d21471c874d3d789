// npm run test:oldest: what runs in VS Code, in the oldest one that package.json names, which is downloaded once (800 MB); takes half an
// hour. Stages and what follows them are those of `npm test`: `npm run test:oldest -- browser --grep diff`.
import { fileURLToPath } from 'node:url';
import { node } from './lib/run.mjs';
import { stages } from './lib/stages.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const words = process.argv.slice(2);
const hasStage = stages.some(({ name }) => name === words[0]);
process.exitCode = await node(['scripts/test.mjs', ...(hasStage ? [] : ['host', 'browser']), ...words], {
  env: { CALIBRATION_TABLES_VSCODE: '1.100.3' },
});
