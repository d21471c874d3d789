/** Whether a text editor gives a file's bytes back as it got them. */
import { t } from '../texts/translate.js';

interface Decoder {
  decode(bytes: Uint8Array): string;
}
declare const TextDecoder: new (label: string, options: { fatal: true }) => Decoder;

const [LINE_FEED, CARRIAGE_RETURN] = [10, 13];

/** Why a text editor that knows UTF-8 and one kind of line end would not, in a few words; null where it does. */
export function whyNoText(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return t`it is binary`;
  return isUtf8(bytes) ? lineEndProblem(bytes) : t`it is not UTF-8`;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A text editor has one kind of line end, and takes a lone carriage return for one, too. */
function lineEndProblem(bytes: Uint8Array): string | null {
  let [feeds, pairs] = [0, 0];
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) {
    feeds++;
    if (bytes[at - 1] === CARRIAGE_RETURN) pairs++;
  }
  let returns = 0;
  for (let at = bytes.indexOf(CARRIAGE_RETURN); at >= 0; at = bytes.indexOf(CARRIAGE_RETURN, at + 1)) returns++;
  return returns === pairs && (pairs === 0 || pairs === feeds) ? null : t`its line ends are mixed`;
}
