import { expect, test } from '@jest/globals';
import { Scene } from '../story/scene.ts';
import { part2 } from './part-2.ts';

/** Two clients on each server, and how long each waited for its reply, ms. */
function sceneOf(waits: Readonly<Record<string, readonly number[]>>): Scene {
  const scene = new Scene();
  let client = 0;
  for (const [server, all] of Object.entries(waits)) {
    for (const [index, wait] of all.entries()) {
      client += 1;
      scene.apply({ at: 0, kind: 'came', client, server, number: index + 1 });
      scene.apply({ at: 1, kind: 'sent', client, ask: 'none' });
      scene.apply({ at: 1 + wait, kind: 'got', client });
    }
  }
  return scene;
}

test.each([
  ['nobody', [2, 3], 0],
  ['client 2', [2, 1_020], 1],
  ['client 2, where a busy machine keeps client 1 waiting, too', [350, 908], 1],
  ['both', [900, 1_000], 2],
])('part2.judge() says that on server-serial waits: %s', (_, serial, answer) => {
  expect(part2.judge(sceneOf({ 'server-serial': serial, 'server-async': [2, 90] })).right).toBe(answer);
});
