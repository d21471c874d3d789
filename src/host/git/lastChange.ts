import * as vscode from 'vscode';
import { gitApi, type GitRepository } from './gitApi.js';
import { isUncommitted, readBlame, type BlamedLine } from './blameText.js';

/** The commit that changed some lines last; null for lines that no commit has yet. */
export interface LastChange {
  readonly hash: string;
  readonly author: string;
  readonly date: Date;
  /** The first line of its message. */
  readonly subject: string;
}

interface Blamed {
  readonly of: string;
  readonly lines: Promise<readonly (BlamedLine | null)[]>;
  /** By the hash of the commit: many lines have few. */
  readonly subjects: Map<string, Promise<string>>;
}

/** The last file that was asked for: one entry after the other is looked at. */
let latest: Blamed | null = null;

/**
 * Who changed lines of a file on disk last.
 * @param from the first line, from 0
 * @param to the line after the last one
 * @returns 'uncommitted' for what no commit has; null where git knows nothing of the file
 */
export async function lastChangeOf(
  uri: vscode.Uri,
  from: number,
  to: number,
): Promise<LastChange | 'uncommitted' | null> {
  const repository = uri.scheme === 'file' ? await repositoryOf(uri) : null;
  if (!repository) return null;
  const { lines: all, subjects } = await blamed(uri, repository);
  const lines = (await all).slice(from, to).filter((line) => line !== null);
  if (lines.some(isUncommitted)) return 'uncommitted';
  const last = lines.reduce<BlamedLine | null>((a, b) => (a && a.date >= b.date ? a : b), null);
  if (!last) return null;
  const subject = subjects.get(last.hash) ?? subjectOf(last.hash, repository);
  subjects.set(last.hash, subject);
  return { ...last, subject: await subject };
}

/** Without git, or outside of a repository, there is nothing to tell. */
async function repositoryOf(uri: vscode.Uri): Promise<GitRepository | null> {
  return gitApi().then(
    (api) => api.getRepository(uri),
    () => null,
  );
}

/** What git says of a file, asked for once as long as neither the file nor the last commit changes. */
async function blamed(uri: vscode.Uri, repository: GitRepository): Promise<Blamed> {
  const { mtime, size } = await vscode.workspace.fs.stat(uri);
  const of = [uri.toString(), mtime, size, repository.state.HEAD?.commit].join(' ');
  if (latest?.of !== of)
    latest = { of, lines: repository.blame(uri.fsPath).then(readBlame, () => []), subjects: new Map() };
  return latest;
}

/** A commit that can't be looked up is still told by its hash. */
async function subjectOf(hash: string, repository: GitRepository): Promise<string> {
  const message = await repository.getCommit(hash).then(
    (commit) => commit.message,
    () => '',
  );
  return message.split('\n', 1)[0] ?? '';
}
