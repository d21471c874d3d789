// Part of `npm run package`: writes the README of the package, dist/README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { packagedReadme } from './lib/packagedReadme.mjs';

writeFileSync('dist/README.md', packagedReadme(readFileSync('README.md', 'utf8')));
