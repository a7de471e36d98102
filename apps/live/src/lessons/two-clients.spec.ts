import { expect, test } from '@jest/globals';
import { Scene } from '../story/scene.ts';
import type { Stage } from './lesson.ts';
import { later, stays, staysToo, twoClients } from './two-clients.ts';

test('twoClients() has the first ones stay until the second ones have been there for a while, however late a server is', async () => {
  const happened: string[] = [];
  const scene = new Scene();
  let clients = 0;
  const stage: Pick<Stage, 'client' | 'until' | 'pass'> = {
    client(server, { hold = 0 }) {
      const client = ++clients;
      happened.push(`${client} comes to ${server} for ${hold} ms`);
      scene.apply({ at: client, kind: 'came', client, server, number: client });
      scene.apply({ at: client, kind: 'sent', client, ask: 'none' });
      const leave = (): void => void happened.push(`${client} leaves`);
      return Promise.resolve({ connected: Promise.resolve(), closed: Promise.resolve('left'), leave });
    },
    until(find) {
      scene.apply({ at: 10, kind: 'got', client: 1 });
      expect(find(scene)).toBe(false); // The other server is late.
      scene.apply({ at: 2 * stays, kind: 'got', client: 2 });
      happened.push('both had their replies');
      const found = find(scene);
      return found === false || found === undefined ? Promise.reject(new Error('not found')) : Promise.resolve(found);
    },
    pass(ms) {
      happened.push(`${ms} ms pass`);
      return Promise.resolve();
    },
  };
  await twoClients(stage as Stage, ['a', 'b']);
  expect(happened).toEqual([
    '1 comes to a for Infinity ms',
    '2 comes to b for Infinity ms',
    'both had their replies',
    `${later} ms pass`,
    `3 comes to a for ${staysToo} ms`,
    `4 comes to b for ${staysToo} ms`,
    `${stays - later} ms pass`,
    '1 leaves',
    '2 leaves',
  ]);
});
