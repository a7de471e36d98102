import { clausesOf } from '../clause.ts';
import { answeredClient, answersAnother, expectCarried, sendingClient } from './support.ts';

export const echoClauses = clausesOf({ rule: 'protocol' }, [
  {
    id: 'echo/answers',
    title: 'A message is answered with `Echo: ` and the message',
    async run(subject) {
      await answeredClient(subject, 'Teste Parte 1');
    },
  },
  {
    id: 'echo/answers-each-in-turn',
    title: 'Messages sent one after another are answered one after another, on the same connection',
    async run(subject) {
      const peer = await subject.connect();
      for (let number = 1; number <= 20; number++) await peer.exchange(`message ${number}`);
    },
  },
  {
    id: 'echo/keeps-connections-apart',
    title: 'What one client sends is answered to that client',
    serves: 'overlapping',
    async run(subject) {
      const peers = await subject.connectMany(20);
      await Promise.all(peers.map((peer, index) => peer.exchange(`client ${index}`)));
    },
  },
  {
    id: 'echo/one-after-another',
    title: 'Clients that come one after another are all served',
    async run(subject) {
      for (let number = 0; number < 20; number++) await answersAnother(subject);
    },
  },
  {
    id: 'chunk/needs-no-newline',
    title: 'In framing chunk a message needs no end: what one read delivers is answered',
    rule: 'protocol: framing',
    framing: 'chunk',
    async run(subject) {
      const peer = await sendingClient(subject, 'no newline');
      await peer.expect('Echo: no newline');
      await peer.send('\n');
      await peer.expect('Echo: \n');
    },
  },
  {
    id: 'chunk/loses-nothing',
    title: 'In framing chunk, quick sends are answered whole and in order, wherever the reads divide them',
    rule: 'protocol: framing',
    framing: 'chunk',
    async run(subject) {
      const peer = await subject.connect();
      const parts = Array.from({ length: 2_000 }, (_, index) => `${index} é 😀,`);
      for (const part of parts) void peer.send(part);
      await expectCarried(peer, Buffer.from(parts.join('')), 'all 2000 parts in order');
    },
  },
  {
    id: 'chunk/long-send',
    title: 'In framing chunk, a send of 1 MB comes back whole',
    rule: 'protocol: framing',
    framing: 'chunk',
    async run(subject) {
      const peer = await subject.connect();
      const text = Buffer.from('ação 😀 '.repeat(80_000));
      void peer.send(text);
      await expectCarried(peer, text, 'every byte in order');
    },
  },
]);
