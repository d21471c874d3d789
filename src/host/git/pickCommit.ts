import type * as vscode from 'vscode';
import { safe, safeText, type SafeText } from '../../core/render/safe.js';
import { askOne, type Choice } from '../ui/ask.js';
import type { GitCommit } from './gitApi.js';
import { shortHash } from './gitUri.js';
import { commitsOf } from './gitVersions.js';

interface CommitItem extends Choice {
  readonly hash: string;
}

/** Lets the user choose one of the commits that changed a file; undefined: cancelled. Throws Error with a sentence when there is none. */
export async function pickCommit(file: vscode.Uri, title: SafeText): Promise<string | undefined> {
  const items = commitsOf(file).then((commits) => commits.map(itemOf));
  return (
    await askOne(items, {
      title,
      placeHolder: safe`Commits that changed the file`,
      matchOnDescription: true,
      matchOnDetail: true,
    })
  )?.hash;
}

function itemOf({ hash, message, authorName, authorDate }: GitCommit): CommitItem {
  const [subject = ''] = message.split('\n');
  return {
    label: safeText(subject),
    description: safeText(shortHash(hash)),
    detail: safeText([authorName, authorDate?.toLocaleString()].filter(Boolean).join(', ')),
    hash,
  };
}
