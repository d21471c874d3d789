/** Whether a text begins like what a build leaves: cheap, for buttons beside any file that somebody opens. */
import { oneLineLayer } from './inspector/oneLine.js';
import { SIGNS } from './log/patterns.js';

const LAYERS_FIRST = /^\s{0,100}\{\s{0,100}"[Ll]ayer(?:s|Info)"\s{0,100}:\s{0,100}\[/;
const LAYER_OBJECT = /^\s{0,100}[[{]/;
/** Lines that are looked at for the inspector's one-line form. */
const FEW_LINES = 50;

/** @param head the first 64 KiB at most; a log whose first sign comes later is none here */
export function startsLikeBuild(head: string): boolean {
  if (LAYERS_FIRST.test(head)) return true;
  if (LAYER_OBJECT.test(head) && head.includes('"LayerType"') && head.includes('"Name"')) return true;
  if (SIGNS.some((sign) => head.includes(sign))) return true;
  return head.split('\n', FEW_LINES).some((line) => line.length < 4096 && oneLineLayer(line) !== null);
}
