// Writes dist/api/index.d.mts, the types of the npm package: what the API says of itself, in one file without imports.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const PARTS = ['core/answers/shapes.d.ts', 'api/options.d.ts', 'api/index.d.ts'];

const folder = mkdtempSync(join(tmpdir(), 'calibration-tables-types-'));
try {
  const out = ['--outDir', folder, '--tsBuildInfoFile', join(folder, 'info')];
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'src/tsconfig.core.json', ...out], {
    stdio: 'inherit',
  });
  const texts = PARTS.map((part) =>
    readFileSync(join(folder, part), 'utf8').replace(/^(import|export) .* from '.*';\n/gm, ''),
  );
  writeFileSync('dist/api/index.d.mts', texts.join('\n'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
