import { CALIBRATION, word, type FileNames } from '../fileNames.js';

/** The compiler's manual calls it `calib.json`; cameras are calibrated in files of the other names, and now and then in that one. */
export const NVDLA_NAMES: FileNames = {
  sure: ['calib.json'],
  possible: [`${CALIBRATION}.json`, `${word('int8', 'nvdla')}.json`],
};

/** How a table begins, whatever it is called: a name, and one of the four fields in it. */
export const NVDLA_START = /^\s*\{\s*"[^"]{0,500}"\s*:\s*\{\s*"(?:scale|min|max|offset)"/;
