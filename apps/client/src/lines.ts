import { ClientError } from './failure.ts';

/** The longest line that is taken from a pipe, in bytes, so that a stream without an LF cannot fill the memory. */
export const maxLineBytes: number = 64 * 1024 * 1024;

/**
 * Cuts a stream into lines, without their LF. What stands after the last LF is a line too.
 *
 * @throws ClientError for a line of over `maxLineBytes`
 */
export async function* lines(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let length = 0;
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      const line = chunk.subarray(start, end);
      yield pieces.length === 0 ? line : Buffer.concat([...pieces, line]);
      pieces = [];
      length = 0;
      start = end + 1;
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > maxLineBytes) throw new ClientError({ code: 'line-too-long', limit: maxLineBytes });
  }
  if (pieces.length > 0) yield Buffer.concat(pieces);
}
