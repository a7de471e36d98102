import { ChunkFraming } from './chunk-framing.ts';
import type { Framing, FramingName } from './framing.ts';
import { LineFraming } from './line-framing.ts';

/** @param maxMessageBytes the longest message that `line` takes, its LF not counted */
export function createFraming(name: FramingName, maxMessageBytes: number): Framing {
  return name === 'line' ? new LineFraming(maxMessageBytes) : new ChunkFraming();
}
