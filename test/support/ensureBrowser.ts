import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { installOnce } from './installOnce.js';
import { versions } from './versions.js';

export interface BrowserInstallation {
  readonly executablePath: string;
  /** Environment variables that the browser needs on top of ours. */
  readonly env: Readonly<Record<string, string>>;
}

/** An installed Chrome, Chromium or Edge; else the headless Chromium of the npm registry. */
export async function ensureBrowser(): Promise<BrowserInstallation> {
  const installed = [process.env['CHROME_PATH'] ?? '', ...candidates()].find((path) => path !== '' && existsSync(path));
  return installed ? { executablePath: installed, env: {} } : carriedChromium();
}

function candidates(): string[] {
  if (process.platform === 'win32') return windowsCandidates();
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function windowsCandidates(): string[] {
  const programs = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) => process.env[name] ?? []);
  const paths = [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ];
  return paths.flatMap((path) => programs.map((folder) => join(folder, path)));
}

async function carriedChromium(): Promise<BrowserInstallation> {
  const folder = await installOnce({
    name: `chromium-${versions.chromium}`,
    packages: [`@sparticuz/chromium@${versions.chromium}`],
    finish: unpack,
  });
  const unpacked = join(folder, 'browser');
  const libraries = [
    join(unpacked, 'al2023', 'lib'),
    ...(process.env['LD_LIBRARY_PATH'] ?? '').split(delimiter).filter(Boolean),
  ];
  return { executablePath: join(unpacked, 'chromium'), env: { LD_LIBRARY_PATH: libraries.join(delimiter) } };
}

/**
 * The package unpacks into the temporary folder, shared by all its users, and adds the libraries that a bare machine lacks
 * only when it believes to be on AWS Lambda. So it is told a temporary folder of ours, and that.
 */
async function unpack(folder: string): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Chromium or Edge found. Install one, or say where it is in CHROME_PATH.');
  }
  const program = `
    const { mkdirSync } = require('node:fs');
    mkdirSync(process.env.TMPDIR);
    import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath());`;
  const env = { ...process.env, TMPDIR: join(folder, 'browser'), AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  await promisify(execFile)(process.execPath, ['-e', program], { cwd: folder, env });
}
