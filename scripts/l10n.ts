// Brings the languages up to date with the source: `npm run l10n` sorts their texts, drops those that are gone and lists what is missing.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { keysIn, SOURCES } from './lib/texts.js';

const keys = keysIn(SOURCES);
for (const name of readdirSync('l10n').filter((file) => /^bundle\.l10n\.[a-z]{2}\.json$/.test(file))) {
  const texts = JSON.parse(readFileSync(`l10n/${name}`, 'utf8')) as Record<string, string>;
  const kept = keys.filter((key) => texts[key] !== undefined);
  writeFileSync(
    `l10n/${name}`,
    `${JSON.stringify(Object.fromEntries(kept.map((key) => [key, texts[key]])), null, 2)}\n`,
  );
  const missing = keys.filter((key) => texts[key] === undefined);
  for (const key of missing) console.log(`${name} lacks ${JSON.stringify(key)}`);
  if (missing.length > 0) process.exitCode = 1;
}
