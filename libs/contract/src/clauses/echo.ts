import { clausesOf } from '../clause.ts';
import { Dialogue } from './dialogue.ts';
import { answeredClient, answersAnother, expectCarried, sendingClient, takesLeave } from './support.ts';

export const echoClauses = clausesOf({ rule: 'protocol' }, [
  {
    id: 'echo/answers',
    level: 'basic',
    title: 'A message is answered with `Echo: ` and the message',
    async run(subject) {
      await answeredClient(subject, 'Teste Parte 1');
    },
  },
  {
    id: 'echo/answers-each-in-turn',
    level: 'basic',
    title: 'Messages sent one after another are answered one after another, on the same connection',
    async run(subject) {
      const peer = await subject.connect();
      for (let number = 1; number <= 20; number++) await peer.exchange(`message ${number}`);
    },
  },
  {
    id: 'echo/keeps-connections-apart',
    level: 'concurrent',
    title: 'What one client sends is answered to that client',
    serves: 'overlapping',
    async run(subject) {
      const dialogues: Dialogue[] = [];
      while (dialogues.length < 20) dialogues.push(await Dialogue.begin(subject));
      const settled = (): Promise<unknown> => Promise.all(dialogues.map((dialogue) => dialogue.settle()));
      for (let round = 1; round <= 10; round++) {
        const what = (client: number): string => `the message of client ${client} of 20 in round ${round}`;
        for (const [client, dialogue] of dialogues.entries()) {
          dialogue.say(Buffer.from(`client ${client}, round ${round}${'.'.repeat(7 * client)}`), what(client));
        }
        await settled();
        // Half of a line each: what the server keeps of it is that client's alone.
        for (const [client, dialogue] of dialogues.entries()) dialogue.send(Buffer.from(`half of ${client}, `), `half of ${what(client)}`);
        await settled();
        for (const [client, dialogue] of dialogues.entries()) dialogue.say(Buffer.from(`rest of ${client}`), `the rest of ${what(client)}`);
        await settled();
      }
      for (const dialogue of dialogues) await dialogue.finish();
    },
  },
  {
    id: 'echo/one-after-another',
    level: 'basic',
    title: 'Clients that come one after another are all served',
    async run(subject) {
      for (let number = 0; number < 20; number++) await answersAnother(subject);
    },
  },
  {
    id: 'echo/without-a-word',
    level: 'basic',
    title: 'A client that leaves without having sent anything is let go of, and the next one is served',
    async run(subject) {
      for (let number = 0; number < 5; number++) await takesLeave(await subject.connect());
      await answersAnother(subject);
    },
  },
  {
    id: 'chunk/needs-no-newline',
    level: 'basic',
    title: 'In framing chunk a message needs no end: what one read delivers is answered',
    rule: 'protocol: framing',
    framing: 'chunk',
    async run(subject) {
      const peer = await sendingClient(subject, 'no newline');
      await peer.hear('no newline');
      await peer.exchange('\n');
    },
  },
  {
    id: 'chunk/loses-nothing',
    level: 'robust',
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
    level: 'robust',
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
