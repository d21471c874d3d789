/** The part of the Git extension's API (`vscode.git`, version 1) that is used here. */
import * as vscode from 'vscode';
import { t } from '../../core/texts/translate.js';

export interface GitCommit {
  readonly hash: string;
  readonly message: string;
  readonly authorDate?: Date;
  readonly authorName?: string;
}

export interface GitChange {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
  readonly renameUri: vscode.Uri | undefined;
}

export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly indexChanges: readonly GitChange[];
    readonly workingTreeChanges: readonly GitChange[];
    readonly onDidChange: vscode.Event<void>;
  };
  /** Throws when `ref` has no such path. */
  getObjectDetails(ref: string, path: string): Promise<{ readonly size: number }>;
  getCommit(ref: string): Promise<GitCommit>;
  /** What `git blame` prints of a file of the working tree. */
  blame(path: string): Promise<string>;
  log(options: { readonly path: string; readonly maxEntries: number }): Promise<GitCommit[]>;
}

export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<'uninitialized' | 'initialized'>;
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
  getRepository(uri: vscode.Uri): GitRepository | null;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** Longest wait for the Git extension to look for repositories. */
const PATIENCE_MS = 10_000;

/** The API, once it knows the repositories of the workspace. Throws Error with a sentence where there is none. */
export async function gitApi(): Promise<GitApi> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension)
    throw new Error(
      vscode.env.uiKind === vscode.UIKind.Web && vscode.env.remoteName === undefined
        ? t`VS Code for the web has no git, so earlier versions of a file can't be read.`
        : t`VS Code's Git extension is not available here, so earlier versions of a file can't be read.`,
    );
  const git = await extension.activate();
  if (!git.enabled)
    throw new Error(
      t`Git is switched off in VS Code (setting "git.enabled", or no git was found), so earlier versions of a file can't be read.`,
    );
  const api = git.getAPI(1);
  await initialized(api);
  return api;
}

function initialized(api: GitApi): Promise<void> {
  if (api.state === 'initialized') return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      subscription.dispose();
      resolve();
    };
    const subscription = api.onDidChangeState((state) => {
      if (state === 'initialized') done();
    });
    const timer = setTimeout(done, PATIENCE_MS);
  });
}
