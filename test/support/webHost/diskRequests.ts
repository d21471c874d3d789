import { type Dirent, existsSync, realpathSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, sep } from 'node:path';
import { watchFolder } from './watchFolder.js';

/** The numbers of `vscode.FileType`. */
const FILE = 1;
const FOLDER = 2;

/** Workspaces of tests are there; nothing else is shown or changed. */
const ALLOWED = realpathSync(tmpdir());

/** The names of `vscode.FileSystemError` for what Node says. */
const ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'FileNotFound',
  EEXIST: 'FileExists',
  ENOTDIR: 'FileNotADirectory',
  EISDIR: 'FileIsADirectory',
  EACCES: 'NoPermissions',
  EPERM: 'NoPermissions',
};

/** Answers what the extension `disk` asks: a file system over HTTP, as `VERB /disk/what?path=…`. */
export async function answerDisk(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  try {
    const path = allowed(url.searchParams.get('path') ?? '');
    const what = url.pathname.replace(/^\/disk\//, '');
    if (what === 'watch') return sendChanges(path, request, response);
    const answer = await perform(`${request.method} ${what}`, path, url.searchParams, request);
    const isFile = answer instanceof Uint8Array;
    response.writeHead(200, { 'content-type': isFile ? 'application/octet-stream' : 'application/json' });
    response.end(isFile ? answer : JSON.stringify(answer ?? null));
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    response.writeHead(400, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ code: ERRORS[code] ?? 'Unavailable', message }));
  }
}

async function perform(what: string, path: string, query: URLSearchParams, request: IncomingMessage): Promise<unknown> {
  const may = (name: string): boolean => query.get(name) === 'true';
  switch (what) {
    case 'GET stat':
      return statOf(path);
    case 'GET list':
      return (await readdir(path, { withFileTypes: true })).map((entry) => [entry.name, typeOf(entry)]);
    case 'GET file':
      return readFile(path);
    case 'GET all':
      return allFiles(path);
    case 'PUT file':
      return write(path, await bodyOf(request), may('create'), may('overwrite'));
    case 'POST folder':
      return void (await mkdir(path, { recursive: true }));
    case 'POST delete':
      return rm(path, { recursive: may('recursive') });
    case 'POST rename':
      return move(path, allowed(query.get('to') ?? ''), may('overwrite'));
    default:
      throw new Error(`Nothing is known of ${what}.`);
  }
}

function allowed(path: string): string {
  const full = normalize(path);
  if (full.startsWith(ALLOWED + sep)) return full;
  throw Object.assign(new Error(`${path} is no place for tests`), { code: 'EACCES' });
}

async function statOf(path: string): Promise<object> {
  const entry = await stat(path);
  const { mtimeMs, ctimeMs, size } = entry;
  return {
    type: entry.isDirectory() ? FOLDER : FILE,
    mtime: Math.trunc(mtimeMs),
    ctime: Math.trunc(ctimeMs),
    size,
  };
}

function typeOf(entry: Dirent): number {
  return entry.isDirectory() ? FOLDER : FILE;
}

async function write(path: string, bytes: Uint8Array, create: boolean, overwrite: boolean): Promise<void> {
  const exists = existsSync(path);
  if (!exists && !create) throw Object.assign(new Error(path), { code: 'ENOENT' });
  if (exists && create && !overwrite) throw Object.assign(new Error(path), { code: 'EEXIST' });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

async function move(from: string, to: string, overwrite: boolean): Promise<void> {
  if (existsSync(to) && !overwrite) throw Object.assign(new Error(to), { code: 'EEXIST' });
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
}

async function allFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Server-sent events, until the page hangs up. */
function sendChanges(folder: string, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(': watching\n\n');
  const stop = watchFolder(folder, (change) => response.write(`data: ${JSON.stringify(change)}\n\n`));
  request.on('close', stop);
}
