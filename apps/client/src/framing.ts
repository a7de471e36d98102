import type { FramingName } from '#protocol';
import { ChunkMatcher } from './chunk-matcher.ts';
import { LineMatcher } from './line-matcher.ts';
import type { ReplyMatcher } from './reply-matcher.ts';

/** What a message is on the wire, and when its reply is whole. */
export interface Framing {
  readonly name: FramingName;
  /** Whether a message may be sent before the reply to the one before it has come. */
  readonly pipelines: boolean;
  encode(message: Uint8Array): Uint8Array;
  /** @param encoded what `encode` returned */
  expect(encoded: Uint8Array): ReplyMatcher;
}

const lf = Buffer.from('\n');

export const framingNamed: Readonly<Record<FramingName, Framing>> = {
  chunk: {
    name: 'chunk',
    pipelines: false,
    encode: (message) => message,
    expect: (encoded) => new ChunkMatcher(encoded),
  },
  line: {
    name: 'line',
    pipelines: true,
    encode: (message) => Buffer.concat([message, lf]),
    expect: (encoded) => new LineMatcher(encoded),
  },
};
