export { replayScript } from './replay-script.ts';
export { replayStyle } from './replay-style.ts';
