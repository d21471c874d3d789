/** Lines of 64 KiB as other people's files have them: minified, packed, generated. None is a calibration table. */
const LENGTH = 65536;

const unit = {
  JSON: '{"id":1.5,"name":"conv: 3c008912","box":[1,2,3]},',
  JavaScript: 'function(e,t){var n=e.a?b:c;return n[0]?"x: 12":t.y(function(){a:1})};',
  base64: 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0NTY3ODkrLw',
  prose: 'It was the best of times, it was the worst of times: 1.5 and 2, more or less. ',
  colons: ':',
  blanks: ' ',
  'hex words': '3c008912 ',
  digits: '1234567890',
} as const;

export const LONG_LINES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(unit).map(([kind, text]) => [kind, kind === 'JSON' ? `[${filled(text)}` : filled(text)]),
);

/** More of them, each made to lead one pattern astray. */
export const TRAPS: Readonly<Record<string, string>> = {
  'headers without an end': filled('TRT-'),
  'a header and blanks': `TRT-${filled(' ')}x`,
  'colons between blanks': filled(' : '),
  'an entry that goes on': `conv1: 3c008912${filled(' ')}x`,
  slashes: `${filled('/')}:`,
  tabs: `${filled('\t')}x`,
  points: filled('1.'),
  quotes: filled('"'),
  commas: filled(','),
  'quoted commas': filled('",'),
  'setting names': filled('QMAKE_'),
  'camera keys': filled('fx-'),
  'short lines of all that': filled(': \t/x-1.5,"\n'),
  'lines just below the limit': filled(`${' :'.repeat(2000)}x\n`),
};

function filled(text: string): string {
  return text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);
}
