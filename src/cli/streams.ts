/** Standard input, output and error. Results go to stdout and nothing else does; words to the user go to stderr. */
import { escapedText, utf8Bytes } from '../core/bytes/bytes.js';
import { escapeControls } from '../core/render/escape.js';
import { Failure, fileFailure } from './failure.js';

/** The `-` that stands for standard input or output. */
export const STANDARD_STREAM = '-';

/** Enough text for one write: many small writes are slow, one huge one needs it all in memory twice. */
const CHUNK = 1 << 16;

/** A reader that went away (`| head`) is no error: there is nobody left to write for. Other errors reach whoever writes. */
export function allowClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
  });
}

/** Writes a result; waits for a slow reader, so that a big one does not pile up in memory. */
export async function print(result: string | Uint8Array | Iterable<string>): Promise<void> {
  if (typeof result === 'string' || result instanceof Uint8Array) return write(result);
  let chunk = '';
  for (const piece of result) {
    chunk += piece;
    if (chunk.length >= CHUNK) {
      await write(chunk);
      chunk = '';
    }
  }
  await write(chunk);
}

function write(data: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(process.stdout.isTTY ? harmless(data) : bytesOf(data), (error) => {
      if (!error) resolve();
      else if ((error as NodeJS.ErrnoException).code !== 'EPIPE') reject(fileFailure('<stdout>', error));
    });
  });
}

/** Names that are no UTF-8 go on with the bytes that they have. */
function bytesOf(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? utf8Bytes(data) : data;
}

/** What may go to a terminal: no control character of a file's, wherever it comes from. In a file or pipe all stays as it is. */
function harmless(data: string | Uint8Array): string {
  return escapeLines(typeof data === 'string' ? data : escapedText(data));
}

/** Text of several lines with its control characters written out, but for tabs and line ends. */
export function escapeLines(text: string): string {
  return text.replace(/[^\n\t]+/g, escapeControls);
}

/** A line to the user. */
export function say(line: string): void {
  process.stderr.write(`${escapeControls(line)}\n`);
}

let standardInputIsRead = false;

/** All of standard input. Throws {@link Failure} the second time: it can stand for one input only. */
export async function readStandardInput(): Promise<Uint8Array> {
  if (standardInputIsRead) throw new Failure('Only one input can come from standard input.');
  standardInputIsRead = true;
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Uint8Array.from(Buffer.concat(chunks));
}

/** Columns of the terminal that results go to; without one, what COLUMNS says, or no limit. */
export function outputWidth(): number {
  const columns = process.stdout.columns ?? Number(process.env['COLUMNS']);
  return columns > 0 ? columns : Infinity;
}
