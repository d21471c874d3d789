import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceText } from './licenceTexts.mjs';

const INTRODUCTION = `Calibration Tables contains parts of the packages below, under the licences that follow each name.
This file is made by "npm run notices" from what is bundled.
`;

/** ThirdPartyNotices.txt for packages in these folders: names, versions, licences and their texts. Throws for one without a text. */
export function noticesFor(folders) {
  const notices = folders.map(noticeOf).sort((a, b) => (a.title < b.title ? -1 : 1));
  const unique = new Map(notices.map(({ title, text }) => [title, text]));
  return [INTRODUCTION, ...[...unique].map(([title, text]) => `${'-'.repeat(72)}\n${title}\n\n${text}\n`)].join('\n');
}

function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = textsIn(folder);
  const known = texts.length > 0 ? texts : [licenceText(license, author?.name ?? author)].filter(Boolean);
  if (!license || known.length === 0) throw new Error(`${folder} has no licence, or no text of it is known.`);
  return { title: `${name} ${version} (${license})`, text: known.join('\n\n') };
}

/** Licences and notices that a package brings. */
function textsIn(folder) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notices?)([.-]|$)/i.test(file));
  return files.sort().map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
}
