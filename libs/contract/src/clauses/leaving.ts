import { clausesOf } from '../clause.ts';
import type { Server } from '../server.ts';
import type { Subject } from '../subject.ts';
import { endsWell, untilRefused } from './draining.ts';
import { answeredClient, answersAnother, demand, pause, takesLeave } from './support.ts';

const did = 'sent SIGTERM';

/**
 * Tells a server to stop, which then goes on as before for the time of `--drain-delay`: one that is not over, however busy the
 * machine is. A later signal ends it.
 */
async function goesOn(subject: Subject, tell: (server: Server) => void): Promise<void> {
  const server = await subject.server();
  tell(server);
  await server.stdout.match(/"stop-asked"/, subject.patience, did);
  const before = performance.now();
  while (performance.now() - before < 1_300) {
    await answersAnother(subject);
    await pause(100); // A worker may obey a moment later than its neighbour.
  }
  tell(server);
  await server.untilExited(`${did}, and again after 1.3 s`);
}

const delayed = ['--drain-delay', '10m', '--log-format', 'json'];
const finishing = ['--drain', 'finish', '--log-format', 'json'];

export const leavingClauses = clausesOf({ level: 'echo-lab', rule: 'protocol: shutdown', framing: 'line', needs: ['start', 'signal'] }, [
  {
    id: 'drain/delay-accepts',
    title: {
      en: 'With --drain-delay, clients are accepted and answered for that long after SIGTERM; a later signal stops it at once',
      'pt-BR': 'Com --drain-delay, clientes são aceitos e recebem resposta por esse tempo depois do SIGTERM; outro sinal encerra o servidor na hora',
    },
    flags: delayed,
    run: (subject) =>
      goesOn(subject, (server) => {
        server.signal('SIGTERM');
      }),
  },
  {
    id: 'drain/delay-is-over',
    title: {
      en: 'After --drain-delay it drains: what was received is answered, then come the FIN and exit code 0',
      'pt-BR': 'Passado o --drain-delay, o que foi recebido é respondido, e depois vêm o FIN e o código de saída 0',
    },
    flags: ['--drain-delay', '200ms'],
    async run(subject) {
      const server = await subject.server();
      const peer = await answeredClient(subject, 'before');
      server.signal('SIGTERM');
      await peer.expectFin();
      peer.end();
      await endsWell(server, did);
    },
  },
  {
    id: 'drain/delay-in-every-process',
    title: {
      en: 'With --drain-delay, so it is where the signal reaches every process',
      'pt-BR': 'Com --drain-delay, o mesmo vale quando o sinal chega a todos os processos',
    },
    workers: ['processes'],
    flags: delayed,
    run: (subject) =>
      goesOn(subject, (server) => {
        server.signalGroup('SIGTERM');
      }),
  },
  {
    id: 'drain/finish-serves-on',
    title: {
      en: 'With --drain finish, an open connection is served on after SIGTERM until its client leaves, and new clients are refused',
      'pt-BR': 'Com --drain finish, uma conexão aberta é atendida depois do SIGTERM até o cliente sair, e novos clientes são recusados',
    },
    flags: finishing,
    async run(subject) {
      const server = await subject.server();
      const peer = await answeredClient(subject, 'before');
      server.signal('SIGTERM');
      demand(await untilRefused(server, subject.patience), `${did} and connected`, 'ECONNREFUSED', 'the connection was taken');
      await peer.exchange('after');
      await takesLeave(peer);
      await endsWell(server, did);
    },
  },
  {
    id: 'drain/finish-has-a-deadline',
    title: {
      en: 'With --drain finish, what is still open after --drain-timeout is destroyed, and the exit code is 0',
      'pt-BR': 'Com --drain finish, o que ainda está aberto depois de --drain-timeout é derrubado, e o código de saída é 0',
    },
    flags: [...finishing, '--drain-timeout', '300ms'],
    async run(subject) {
      const server = await subject.server();
      const peer = await answeredClient(subject, 'before');
      server.signal('SIGTERM');
      await peer.untilClosed();
      await endsWell(server, did);
    },
  },
  {
    id: 'drain/finish-serves-who-waits',
    title: {
      en: 'With --drain finish, a client that waits for its turn has it',
      'pt-BR': 'Com --drain finish, um cliente que espera a sua vez é atendido',
    },
    serves: 'serial',
    flags: finishing,
    async run(subject) {
      const server = await subject.server();
      const first = await answeredClient(subject, 'before');
      const waiting = await subject.connect();
      await waiting.say('my turn?');
      await server.stdout.match(/"waiting"/, subject.patience, 'let a client wait');
      server.signal('SIGTERM');
      demand(await untilRefused(server, subject.patience), `${did} and connected`, 'ECONNREFUSED', 'the connection was taken');
      await first.exchange('after');
      await takesLeave(first);
      await waiting.hear('my turn?');
      await takesLeave(waiting);
      await endsWell(server, did);
    },
  },
]);
