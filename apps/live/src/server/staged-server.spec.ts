import { expect, test } from '@jest/globals';
import { StagedServer } from './staged-server.ts';

const mute = `
  const server = require('node:net').createServer(() => console.log('{"event":"accepted"}'));
  server.listen(0, '127.0.0.1', () => console.log('mute listening on 127.0.0.1:' + server.address().port));
`;

test('StagedServer ends a server that answers nobody, not even its first clients', async () => {
  const accepted = Promise.withResolvers<undefined>();
  const spec = { name: 'mute', command: [process.execPath, '-e', mute], ready: 'line', overlapping: true } as const;
  const server = new StagedServer(spec, () => {
    accepted.resolve(undefined);
  });
  await accepted.promise;
  await server.stop();
  expect(await server.ended).toBe('SIGKILL');
});
