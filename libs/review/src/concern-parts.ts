import type { Text } from '#record';
import type { Part, Way } from './concern.ts';
import { calls, defines, listensFor, type Matcher } from './matcher.ts';
import type { RuntimePlace } from './runtime-place.ts';

export const model = (what: string, find: Matcher): Part => ({ file: 'model.ts', what, find });
export const worker = (what: string, find: Matcher, times = 1): Part => ({ file: 'worker.ts', what, find, times });
export const inTurn = (what: string, find: Matcher): Part => ({ file: 'round-robin.ts', what, find });

/** There is nothing to do, for this reason. */
export const nothing = (note: Text): readonly Way[] => [{ own: [], runtime: [], note }];
/** It is left to the runtime, which this part shows. */
export const left = (part: Part, runtime: readonly RuntimePlace[]): Way => ({ own: [], given: [part], runtime });

export const serving = calls('serveConnection');
export const servedByModel = model('a call of serveConnection()', serving);
export const servedByWorker = worker('a call of serveConnection()', serving);

/** How a model sees to it that a worker's end is noticed. */
export const watched = [
  model("a listener for 'exit'", listensFor('exit')),
  model("a listener for 'error'", listensFor('error')),
  model('a way to kill it', defines('kill')),
];
