export { Batch } from './batch.ts';
export { errorLine, type Fault } from './fault.ts';
export { createFraming } from './create-framing.ts';
export { type Framing, type FramingName, framings } from './framing.ts';
export { prefix } from './prefix.ts';
