/** Reading what a TensorRT build left: a log, as long as it is, or the inspector's JSON. */
import { createReadStream } from 'node:fs';
import { utf8Text } from '../core/bytes/utf8.js';
import { buildIn, type Build } from '../core/build/index.js';
import { LogReader } from '../core/build/log/logReader.js';
import { Failure, fileFailure } from './failure.js';
import { shownName } from './input.js';
import { STANDARD_STREAM } from './streams.js';
import { TextLines } from './textLines.js';

/** What is no log is kept whole while it may be JSON: an inspection of a large engine has some 10 MB. */
const MOST_KEPT = 256 * 1024 * 1024;

/** Reads a log in bounded memory, or the inspector's JSON. Throws {@link Failure} for anything else. */
export async function readBuild(file: string): Promise<Build> {
  const reader = new LogReader();
  const kept: Uint8Array[] = [];
  const text = new TextLines();
  let size = 0;
  let isJson = false;
  for await (const chunk of chunksOf(file)) {
    if (size === 0) isJson = /^\uFEFF?\s*(\{|\[\s*[[{"])/.test(utf8Text(chunk.subarray(0, 4096)));
    size += chunk.length;
    if (size <= MOST_KEPT) kept.push(chunk);
    else if (isJson) throw new Failure(`${shownName(file)}: more than 256 MB of JSON is not read.`);
    if (isJson) continue;
    text.push(chunk).forEach((line) => reader.line(line));
    // Once it is a log, nothing else needs its bytes.
    if (reader.isLog) kept.length = 0;
  }
  reader.line(text.end());
  const build = (isJson ? null : reader.end()) ?? buildIn(Buffer.concat(kept));
  if (build) return build;
  throw new Failure(
    `${shownName(file)}: neither a TensorRT build log nor the engine inspector's JSON. Take what trtexec --verbose prints, or the file of --exportLayerInfo with --profilingVerbosity=detailed.`,
  );
}

async function* chunksOf(file: string): AsyncIterable<Uint8Array> {
  try {
    yield* file === STANDARD_STREAM ? process.stdin : createReadStream(file, { highWaterMark: 1 << 20 });
  } catch (error) {
    throw fileFailure(file, error);
  }
}
