import { clausesOf } from '../clause.ts';
import type { Subject } from '../subject.ts';
import { answersAnother, demand, getsJust, repliesTo, sendingClient, workModule } from './support.ts';

const work = ['--work', workModule('work-by-message.ts')];

/** Awaits an `Error:` line and FIN, after the replies to what came before. */
async function fails(subject: Subject, messages: string, replies: string): Promise<void> {
  const peer = await sendingClient(subject, messages);
  const came = (await peer.untilClosed()).toString();
  const right = came.startsWith(`${replies}Error: `) && came.indexOf('\n', replies.length) === came.length - 1;
  if (!right || peer.ending !== 'fin') throw peer.failure(`the replies to what came before, an \`Error:\` line, FIN`);
}

export const workClauses = clausesOf({ level: 'echo-lab', rule: 'fault 19', framing: 'line', flags: work }, [
  {
    id: 'work/throws',
    title: {
      en: 'Work that throws costs its own connection, which gets an `Error:` line and the close',
      'pt-BR': 'Um trabalho que lança uma exceção custa a sua própria conexão, que recebe uma linha `Error:` e é fechada',
    },
    flags: ['--work', workModule('work-throws.ts')],
    async run(subject) {
      await fails(subject, 'one\ntwo\nthrow\nthree\n', 'Echo: one\nEcho: two\n');
      await answersAnother(subject);
    },
  },
  {
    id: 'work/rejects',
    title: {
      en: 'Work that rejects costs its own connection, which gets an `Error:` line and the close',
      'pt-BR': 'Um trabalho cuja promessa é rejeitada custa a sua própria conexão, que recebe uma linha `Error:` e é fechada',
    },
    async run(subject) {
      await fails(subject, 'one\nwait 30\nreject\nthree\n', 'Echo: one\nEcho: wait 30\n');
      await answersAnother(subject);
    },
  },
  {
    id: 'work/failure-spares-others',
    title: {
      en: 'When work fails, the other connections are answered as before',
      'pt-BR': 'Quando um trabalho falha, as outras conexões recebem resposta como antes',
    },
    serves: 'overlapping',
    async run(subject) {
      const others = await subject.connectMany(8);
      await fails(subject, 'reject\n', '');
      await Promise.all(others.map((other) => other.exchange('still here')));
    },
  },
  {
    id: 'work/keeps-order',
    title: {
      en: 'Messages of one connection are worked on one after another, and answered in order',
      'pt-BR': 'As mensagens de uma conexão são processadas uma após a outra, e respondidas em ordem',
    },
    rule: 'protocol: framing',
    async run(subject) {
      const lines = ['wait 150\n', 'wait 10\n', 'wait 60\n', 'wait 0\n'];
      await getsJust(subject, lines.join(''), repliesTo(lines));
    },
  },
  {
    id: 'work/earlier-replies-not-held',
    title: {
      en: 'Replies to earlier messages are not held back by the work on later ones',
      'pt-BR': 'As respostas a mensagens anteriores não são retidas pelo trabalho nas seguintes',
    },
    rule: 'command line: --work',
    async run(subject) {
      const peer = await subject.connect();
      const start = performance.now();
      await peer.send('wait 0\nwait 8000\n');
      await peer.expect('Echo: wait 0\n');
      const early = performance.now() - start < 7_900 && peer.pending.length === 0;
      demand(early, 'sent a quick message and a slow one', 'the first reply before the second', 'it came with it');
    },
  },
  {
    id: 'work/hash',
    title: {
      en: '--work hash:ROUNDS computes for each message and answers it',
      'pt-BR': '--work hash:ITERAÇÕES calcula para cada mensagem e responde a ela',
    },
    rule: 'command line: --work',
    flags: ['--work', 'hash:1000'],
    run: (subject) => getsJust(subject, 'one\ntwo\n', 'Echo: one\nEcho: two\n'),
  },
]);
