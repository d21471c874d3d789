export interface WorkbenchTarget {
  /** Host and port of the server. */
  readonly authority: string;
  readonly folder: string;
  /** The folder of the extension under development. */
  readonly extension?: string;
  /** A module whose `run` is called in the extension host. */
  readonly tests?: string;
}

/** The address at which the server shows a folder; an extension under development and its tests only if it was started for tests. */
export function workbenchUrl({ authority, folder, extension, tests }: WorkbenchTarget): string {
  const remote = (path: string): string => `vscode-remote://${authority}${urlPath(path)}`;
  const payload = [];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  // Readable, as a person may see it: slashes need no escaping in a query.
  const query = `folder=${encodeURIComponent(urlPath(folder)).replaceAll('%2F', '/')}`;
  return `http://${authority}/?${query}${payload.length > 0 ? `&payload=${encodeURIComponent(JSON.stringify(payload))}` : ''}`;
}

/** On Windows `C:\a` is `/C:/a` in a URL. */
function urlPath(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}
