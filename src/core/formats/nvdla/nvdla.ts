/** NVDLA calibration JSON: `{ "<layer>": { "scale", "min", "max", "offset" }, … }`. */
import { shortestDecimal } from '../../bytes/float64.js';
import { TextBytes } from '../../bytes/textBytes.js';
import type { CalibrationTable } from '../../table/table.js';
import type { Sample, EditableFormat } from '../format.js';
import { patchMembers } from '../json/patchMembers.js';
import { editNvdla } from './edit.js';
import { NVDLA_NAMES } from './fileNames.js';
import { NVDLA_FIELDS, readNvdla } from './read.js';
import { t } from '../../texts/translate.js';

export const nvdla: EditableFormat = {
  id: 'nvdla',
  label: t`NVDLA calibration table`,
  extensions: ['json'],
  fileNames: NVDLA_NAMES,
  quantity: 'scale',
  storage: 'decimal',
  keyedBy: 'layer',
  needsEveryLayer: true,
  findsNoCapitals: true,
  onMissing: { one: t`nvdla_compiler aborts without it`, several: t`nvdla_compiler aborts without them` },
  hasHeader: false,
  isFragile: true,
  isText: true,
  oddNumbers: {
    zero: t`nvdla_compiler stops at a failed assertion.`,
    infinite: t`nvdla_compiler stops at it.`,
    nan: t`nvdla_compiler stops at it.`,
    negative: t`nvdla_compiler takes the absolute value.`,
  },
  detect,
  read: (bytes) => ({ format: nvdla, ...readNvdla(bytes) }),
  write,
  nameProblem: (name) => (name === '' ? t`A layer needs a name.` : null),
  edit: editNvdla,
  patch: (document, splice) => patchMembers(document, splice, readNvdla),
};

/** Most members must be objects of nothing but the four fields. */
function detect({ json }: Sample): number {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return 0;
  const members: unknown[] = Object.values(json);
  const fitting = members.filter(isEntryLike).length;
  return members.length > 0 && fitting / members.length >= 0.5 ? 1 : 0;
}

function isEntryLike(member: unknown): boolean {
  if (typeof member !== 'object' || member === null || Array.isArray(member)) return false;
  const keys = Object.keys(member);
  const named = keys.includes('scale') || (keys.includes('min') && keys.includes('max'));
  return named && keys.every((key) => (NVDLA_FIELDS as readonly string[]).includes(key));
}

/** As NVIDIA's calib_txt_to_json.py: the float64 rendering of the scale, and zeros. Built by lines: a JS object would move numeric names to the front. */
function write({ names, values }: CalibrationTable): Uint8Array {
  const text = new TextBytes();
  names.forEach((name, i) => {
    text.add(`${i === 0 ? '{' : ','}\n    ${JSON.stringify(name)}: ${entryBody(values[i] ?? NaN)}`);
  });
  text.add(names.length === 0 ? '{}\n' : '\n}\n');
  return text.bytes();
}

function entryBody(scale: number): string {
  return `{\n        "scale": ${shortestDecimal(scale)},\n        "min": 0,\n        "max": 0,\n        "offset": 0\n    }`;
}
