import { clausesOf } from '../clause.ts';
import { atWork, drainsAtWork, endsWell, nothingLeft, waits } from './draining.ts';
import { demand, pause } from './support.ts';

export const signalClauses = clausesOf({ level: 'echo-lab', rule: 'protocol: shutdown', framing: 'line', needs: ['start', 'signal'] }, [
  {
    id: 'drain/sigint',
    title: {
      en: 'SIGINT drains as SIGTERM does',
      'pt-BR': 'SIGINT drena as conexões como SIGTERM',
    },
    flags: waits,
    async run(subject) {
      await drainsAtWork(subject, 400, 'sent SIGINT', (server) => {
        server.signal('SIGINT');
      });
    },
  },
  {
    id: 'drain/signal-again-within-a-second',
    title: {
      en: 'A second signal within 1 s is the same request: what was received is still answered',
      'pt-BR': 'Um segundo sinal em até 1 s é o mesmo pedido: o que foi recebido ainda é respondido',
    },
    flags: waits,
    async run(subject) {
      await drainsAtWork(subject, 900, 'sent three signals at once', async (server) => {
        const first = performance.now();
        server.signal('SIGTERM');
        server.signal('SIGINT');
        await pause(200);
        // On a busy machine this side may be so late that it would be another request.
        if (performance.now() - first < 500) server.signalEach('SIGTERM');
      });
    },
  },
  {
    id: 'drain/later-signal-stops-at-once',
    title: {
      en: 'A signal more than 1 s after the first stops the server at once',
      'pt-BR': 'Um sinal mais de 1 s depois do primeiro para o servidor na hora',
    },
    flags: [...waits, '--drain-timeout', '60s'],
    async run(subject) {
      const server = await subject.server();
      await atWork(subject, 60_000);
      const other = await subject.connect();
      server.signal('SIGTERM');
      await other.untilClosed(); // It has obeyed.
      await pause(1_300);
      demand(server.running, 'sent SIGTERM during long work', 'the server to wait for it', 'it ended');
      server.signal('SIGTERM');
      await server.untilExited('sent SIGTERM again after 1.3 s');
    },
  },
  {
    id: 'drain/group',
    title: {
      en: 'SIGINT to the whole process group, as Ctrl-C sends it, drains once and leaves nothing behind',
      'pt-BR': 'SIGINT ao grupo de processos inteiro, como o Ctrl-C envia, drena uma vez só e não deixa nada para trás',
    },
    rule: 'fault 23',
    flags: waits,
    async run(subject) {
      const server = await drainsAtWork(subject, 500, 'sent SIGINT to the group', (told) => {
        told.signalGroup('SIGINT');
      });
      await nothingLeft(server, subject.patience);
    },
  },
  {
    id: 'drain/terminal-closes',
    title: {
      en: 'SIGHUP to the whole process group, as a terminal that closes sends it, drains as SIGTERM does',
      'pt-BR': 'SIGHUP ao grupo de processos inteiro, como envia um terminal que fecha, drena como SIGTERM',
    },
    rule: 'fault 31',
    flags: waits,
    async run(subject) {
      const server = await drainsAtWork(subject, 400, 'sent SIGHUP to the group', (told) => {
        told.signalGroup('SIGHUP');
      });
      await nothingLeft(server, subject.patience);
    },
  },
  {
    id: 'drain/workers-signalled-first',
    title: {
      en: 'When the workers are signalled before the primary, as Nx does, all drain and nothing is left',
      'pt-BR': 'Quando os workers recebem o sinal antes do primário, como o Nx faz, todos drenam e nada sobra',
    },
    workers: ['processes'],
    flags: waits,
    async run(subject) {
      const did = 'sent SIGTERM to the workers and then to the primary';
      const server = await drainsAtWork(subject, 700, did, ({ processes }) => {
        for (const { pid } of processes.toReversed()) process.kill(pid, 'SIGTERM');
      });
      await nothingLeft(server, subject.patience);
    },
  },
  {
    id: 'drain/leaves-nothing',
    title: {
      en: 'After the exit no process is left, and the port is free',
      'pt-BR': 'Depois da saída nenhum processo sobra, e a porta fica livre',
    },
    async run(subject) {
      const server = await subject.server();
      await subject.connectMany(5);
      server.signal('SIGTERM');
      await endsWell(server, 'sent SIGTERM');
      await nothingLeft(server, subject.patience);
    },
  },
  {
    id: 'drain/while-starting',
    title: {
      en: 'SIGTERM while the server starts ends it, and leaves nothing behind',
      'pt-BR': 'SIGTERM durante a inicialização encerra o servidor, e não deixa nada para trás',
    },
    rule: 'fault 23',
    async run(subject) {
      for (const delay of [0, 60, 150, 300, undefined]) {
        const server = await subject.launch();
        await (delay === undefined ? server.ready() : pause(delay));
        server.signal('SIGTERM');
        const did = delay === undefined ? 'sent SIGTERM at the ready line' : `sent SIGTERM ${delay} ms after the start`;
        const { code, signal } = await server.untilExited(did);
        // Before it could say how it takes the signal, the kernel's way is right, too.
        demand(code === 0 || signal === 'SIGTERM' || code === 143, did, 'a clean end', `exit ${String(code)}: ${server.stderr.text.slice(0, 300)}`);
        await nothingLeft(server, subject.patience);
      }
    },
  },
]);
