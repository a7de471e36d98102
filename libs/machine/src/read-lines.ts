import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';

/** The longest line that is taken, in characters; of a longer one nothing is. */
const longest = 4 * 1_024 * 1_024;

/** Gives each line of a stream, also of one that never ends a line: what is kept of it is bounded. */
export function readLines(stream: Readable, onLine: (line: string) => void): void {
  const decoder = new StringDecoder();
  let parts: string[] = [];
  let length = 0;
  const add = (part: string): void => {
    length += part.length;
    if (length <= longest) parts.push(part);
    else parts = [];
  };
  const end = (): void => {
    if (length <= longest) onLine(parts.join('').replace(/\r$/, ''));
    parts = [];
    length = 0;
  };
  stream.on('data', (chunk: Buffer) => {
    const [first = '', ...rest] = decoder.write(chunk).split('\n');
    add(first);
    for (const line of rest) {
      end();
      add(line);
    }
  });
  stream.on('end', () => {
    if (length > 0) end();
  });
}
