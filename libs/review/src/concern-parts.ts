import type { Text } from '#record';
import type { Part, Way } from './concern.ts';
import { calls, type Matcher } from './matcher.ts';
import type { RuntimePlace } from './runtime-place.ts';

export const model = (what: string, find: Matcher): Part => ({ file: 'model.ts', what, find });
export const worker = (what: string, find: Matcher, times = 1): Part => ({ file: 'worker.ts', what, find, times });

/** There is nothing to do, for this reason. */
export const nothing = (note: Text): readonly Way[] => [{ own: [], runtime: [], note }];
/** It is left to the runtime, which this part shows. */
export const left = (part: Part, runtime: readonly RuntimePlace[]): Way => ({ own: [], given: [part], runtime });

const serving = calls('serveConnection');
export const servedByModel = model('a call of serveConnection()', serving);
export const servedByWorker = worker('a call of serveConnection()', serving);
export const allServedByWorker = worker('a call of serveAll()', calls('serveAll'));
