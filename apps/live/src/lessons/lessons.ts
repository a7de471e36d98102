import { ending } from './ending.ts';
import { heavyClient } from './heavy-client.ts';
import type { Lesson } from './lesson.ts';
import { manyClients } from './many-clients.ts';
import { part1 } from './part-1.ts';
import { part2 } from './part-2.ts';
import { part4 } from './part-4.ts';
import { splitMessage } from './split-message.ts';
import { workerDies } from './worker-dies.ts';

/** In the order in which they build on each other. */
export const lessons: readonly Lesson[] = [part1, part2, part4, manyClients, heavyClient, workerDies, ending, splitMessage];
