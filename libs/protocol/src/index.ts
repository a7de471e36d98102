export { Batch } from './batch.ts';
export { errorLine, type Fault } from './fault.ts';
export { createFraming, type Framing, type FramingName, framings } from './framing.ts';
export { prefix } from './prefix.ts';
