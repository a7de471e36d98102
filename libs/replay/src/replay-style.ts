import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** CSS of the controls and of the playhead, by the properties that the theme of `#page` defines. */
export const replayStyle: string = readFileSync(join(import.meta.dirname, 'replay.css'), 'utf8');
