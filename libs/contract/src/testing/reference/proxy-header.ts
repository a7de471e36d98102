import type { Log } from './log.ts';
import { broken } from './quirks.ts';
import type { Reader } from './reader.ts';

/** What the log calls a client, and how loud it is about it. */
export interface Client {
  peer: string;
  level: 'debug' | 'info';
}

type Header = { readonly length: number; readonly peer?: string; readonly local?: boolean } | 'more' | 'bad';

const signature = Buffer.from('0d0a0d0a000d0a515549540a', 'hex');

function parse(bytes: Buffer): Header {
  if (bytes[0] === signature[0]) return broken('no-binary-header') ? 'bad' : parseBinary(bytes);
  const end = bytes.indexOf('\r\n');
  const most = broken('any-header-size') ? Infinity : 107;
  if (!'PROXY '.startsWith(bytes.toString('latin1', 0, 6)) || (end === -1 ? bytes.length : end + 2) > most) return 'bad';
  if (end === -1) return 'more';
  const [, family, from = '', , port = ''] = bytes.toString('latin1', 0, end).split(' ');
  const length = end + 2;
  if (family === 'UNKNOWN') return broken('refuses-unknown') ? 'bad' : { length };
  return /^\d+(\.(0|[1-9]\d*)){3}$/.test(from) ? { length, peer: `${from}:${port}` } : 'bad';
}

function parseBinary(bytes: Buffer): Header {
  if (bytes.length < 16) return signature.subarray(0, bytes.length).equals(bytes.subarray(0, 12)) ? 'more' : 'bad';
  const length = 16 + bytes.readUInt16BE(14);
  const local = bytes[12] === 0x20;
  if (!local && bytes[12] !== 0x21) return 'bad';
  if (length > 4_096 && !broken('any-header-size')) return 'bad';
  if (bytes.length < length) return 'more';
  if (local) return broken('refuses-unknown') ? 'bad' : { length, local };
  return { length, peer: `${bytes.subarray(16, 20).join('.')}:${bytes.readUInt16BE(24)}` };
}

/** Reads the header, and leaves what follows it to be read; false where there is none to go on with. */
export async function readHeader(reader: Reader, client: Client, log: Log): Promise<boolean> {
  if (broken('header-is-a-message')) return true;
  let bytes = Buffer.alloc(0);
  const late = new AbortController();
  const clock = setTimeout(() => {
    late.abort();
    reader.stop();
  }, 3_000);
  if (broken('waits-for-header')) clearTimeout(clock);
  const bad = (fault: string): false => {
    clearTimeout(clock);
    if (!broken('bad-header-unlogged')) log.event('warn', 'bad-header', { fault, peer: client.peer });
    return false;
  };
  for (;;) {
    const chunk = await reader.read();
    if (chunk === undefined) {
      const { aborted: slow } = late.signal;
      if (slow || bytes.length > 0) return bad(slow ? 'slow' : 'cut');
      clearTimeout(clock);
      return false;
    }
    bytes = Buffer.concat([bytes, chunk]);
    const header = parse(bytes);
    if (header === 'bad' && broken('guesses-header')) {
      clearTimeout(clock);
      reader.putBack(bytes);
      return true;
    }
    if (header === 'bad' || (header === 'more' && broken('header-in-one-read'))) return bad('false');
    if (header === 'more') continue;
    clearTimeout(clock);
    if (!broken('eats-after-header') && bytes.length > header.length) reader.putBack(bytes.subarray(header.length));
    if (header.local !== true || broken('logs-checks')) client.level = 'info';
    if (!broken('names-the-proxy')) client.peer = header.peer ?? client.peer;
    log.event(client.level, 'proxied', { peer: client.peer });
    return true;
  }
}
