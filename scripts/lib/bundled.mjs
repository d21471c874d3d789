import { readFileSync, writeFileSync } from 'node:fs';

/** Where a build says which packages are in its bundles; no part of the extension. */
const path = 'dist/bundled.json';

/** Leaves the folders of all packages of which something is in a bundle. */
export function writeBundled(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) =>
      Object.entries(output.inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([input]) => input),
    ),
  );
  // What stands before the first node_modules is where a linked folder of them really is.
  const folders = inputs.map((input) => input.match(/node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/)?.[0]);
  writeFileSync(path, JSON.stringify([...new Set(folders.filter(Boolean))].sort(), undefined, 2));
}

/** The folders that the last build left. Throws when there was none. */
export function readBundled() {
  return JSON.parse(readFileSync(path, 'utf8'));
}
