import { expect, test } from '@jest/globals';
import { Scene } from '../story/scene.ts';
import { part2 } from './part-2.ts';

/** Client 1 leaves after 1,200 ms on each server; when its own reply came, and when that of client 2, ms. */
function sceneOf(replies: Readonly<Record<string, readonly [number, number]>>): Scene {
  const scene = new Scene();
  let client = 0;
  for (const [server, all] of Object.entries(replies)) {
    for (const [index, got] of all.entries()) {
      client += 1;
      const came = index * 200;
      scene.apply({ at: came, kind: 'came', client, server, number: index + 1 });
      scene.apply({ at: came + 1, kind: 'sent', client, ask: 'none' });
      scene.apply({ at: got, kind: 'got', client });
      scene.apply({ at: index === 0 ? 1_200 : got + 200, kind: 'leaves', client });
    }
  }
  return scene;
}

test.each([
  ['nobody', [2, 203], 0],
  ['client 2', [2, 1_202], 1],
  ['client 2, where a busy machine keeps client 1 waiting, too', [700, 1_203], 1],
  ['nobody, where a busy machine keeps both waiting', [700, 1_150], 0],
] as const)('part2.judge() says that on server-serial waits: %s', (_, serial, answer) => {
  const { right, measured } = part2.judge(sceneOf({ 'server-serial': serial, 'server-async': [2, 590] }));
  expect([right, measured.en.includes('until client 1 had left')]).toEqual([answer, answer === 1]);
});
