/** The scripts of VS Code's page in which something is undone. */
const CHANGED = /\/vs\/code\/browser\/workbench\/workbench\.js$/;

/**
 * What code-server changed in VS Code's page, and how it was: whoever served the page is no remote, and settings are kept in the
 * browser. Each stands exactly once in code-server 4.139.1.
 */
const UNDONE: readonly (readonly [RegExp, string])[] = [
  [/,remoteAuthority:location\.host\}/g, '}'],
  [
    /get userRoamingDataHome\(\)\{return[^{}]+?([\w$]+(?:\.URI)?)\.file\(this\.userDataPath\)\.with\(\{scheme:([\w$]+(?:\.Schemas)?)\.vscodeRemote\}\),"User"\)\}/g,
    'get userRoamingDataHome(){return $1.file("/User").with({scheme:$2.vscodeUserData})}',
  ],
];

/** Whether a script is one of those that `withoutRemote` is for. */
export function isOfRemote(path: string): boolean {
  return CHANGED.test(path);
}

/** The script of a page that has no server behind it. Throws when code-server no longer has what is undone here. */
export function withoutRemote(script: string): string {
  return UNDONE.reduce((text, [change, original]) => {
    const found = text.match(change)?.length ?? 0;
    if (found !== 1)
      throw new Error(`This code-server has ${found} times what withoutRemote.ts expects once: ${change.source}`);
    return text.replace(change, original);
  }, script);
}
