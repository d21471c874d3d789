import * as vscode from 'vscode';
import { gitApi, type GitCommit, type GitRepository } from './gitApi.js';
import { shortHash } from './gitUri.js';
import { t } from '../../core/texts/translate.js';

const MOST_COMMITS = 200;
/** What stands in the place of a commit for what is staged. */
const STAGED = /^~?$/;

/** A file's version in HEAD. Throws Error with a sentence when there is none. */
export async function inHead(uri: vscode.Uri): Promise<vscode.Uri> {
  const repository = await repositoryOf(uri);
  if (!repository.state.HEAD?.commit) throw new Error(t`The repository of "${nameOf(uri)}" has no commit yet.`);
  const original = originalOf(uri, repository);
  if (!(await has(repository, 'HEAD', original)))
    throw new Error(t`"${nameOf(uri)}" is new: the last commit (HEAD) does not have it.`);
  return (await gitApi()).toGitUri(original, 'HEAD');
}

/** The commits that changed a file, the latest first. Throws Error with a sentence when there is none. */
export async function commitsOf(uri: vscode.Uri): Promise<GitCommit[]> {
  const repository = await repositoryOf(uri);
  const commits = await repository
    .log({ path: originalOf(uri, repository).fsPath, maxEntries: MOST_COMMITS })
    .catch(() => []);
  if (commits.length === 0) throw new Error(t`No commit has "${nameOf(uri)}".`);
  return commits;
}

/** A file's version in a commit. Throws Error with a sentence when the commit deleted it. */
export async function inCommit(uri: vscode.Uri, hash: string): Promise<vscode.Uri> {
  const repository = await repositoryOf(uri);
  const original = originalOf(uri, repository);
  if (!STAGED.test(hash) && !(await has(repository, hash, original)))
    throw new Error(t`Commit ${shortHash(hash)} does not have "${nameOf(uri)}".`);
  return (await gitApi()).toGitUri(original, hash);
}

async function repositoryOf(uri: vscode.Uri): Promise<GitRepository> {
  const api = await gitApi();
  if (uri.scheme !== 'file')
    throw new Error(t`"${nameOf(uri)}" is no file on disk, so git has no earlier version of it.`);
  const repository = api.getRepository(uri);
  if (!repository) throw new Error(t`"${nameOf(uri)}" is in no git repository that VS Code has open.`);
  return repository;
}

/** The file under the name that commits have it by: another one while it is being renamed. */
function originalOf(uri: vscode.Uri, { state }: GitRepository): vscode.Uri {
  const changes = [...state.indexChanges, ...state.workingTreeChanges];
  return changes.find(({ renameUri }) => renameUri?.toString() === uri.toString())?.originalUri ?? uri;
}

function has(repository: GitRepository, ref: string, { fsPath }: vscode.Uri): Promise<boolean> {
  return repository.getObjectDetails(ref, fsPath).then(
    () => true,
    () => false,
  );
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}
