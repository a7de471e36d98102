import { spawnSync } from 'node:child_process';
import { clausesOf } from '../clause.ts';
import { NotTried } from '../not-tried.ts';
import type { Peer } from '../peer.ts';
import { threadsOf } from '../process-tree.ts';
import type { Server } from '../server.ts';
import type { Subject } from '../subject.ts';
import { answeredClient, answersAnother, demand, eventually, pause, workModule } from './support.ts';

const flags = ['--work', workModule('work-by-message.ts')];
const workers = ['processes', 'threads'] as const;
/** Enough that some come to another worker than the first. */
const crowd = 16;

/** A client, and others that are certainly served by another worker: they were answered while the client's was blocked. */
async function severalWorkers(subject: Subject): Promise<{ victim: Peer; bystanders: Peer[] }> {
  const victim = await answeredClient(subject, 'before');
  await victim.say('block 1000');
  const bystanders: Peer[] = [];
  // All at once: one after another, a busy machine connects them for as long as it is blocked.
  const answered = Array.from({ length: crowd }, async () => {
    const peer = await subject.connect();
    await peer.exchange('meanwhile');
    if (victim.count === 'Echo: before\n'.length) bystanders.push(peer);
  });
  await Promise.all([victim.hear('block 1000'), ...answered]);
  const did = 'blocked one worker';
  demand(bystanders.length > 0, did, 'clients of another to be answered meanwhile', 'they all had to wait');
  return { victim, bystanders };
}

/** Says one message that its worker does not survive; others are served on, and the worker is replaced. */
async function losesOnlyItsOwn(subject: Subject, message: string): Promise<void> {
  const server = await subject.server();
  const size = sizeOf(server);
  const { victim, bystanders } = await severalWorkers(subject);
  await victim.say(message);
  await victim.untilClosed();
  await Promise.all(bystanders.map((peer) => peer.exchange('still here')));
  await replaced(subject, server, size, `sent "${message}"`);
}

/** Processes and threads, as a sign that a worker is missing. */
const sizeOf = (server: Server): number => server.pids.length * 1_000 + threadsOf(server.pids);

/** Awaits as many workers as before (a replacement may be at work while the last thread of the old one ends). */
async function replaced(subject: Subject, server: Server, size: number, did: string): Promise<void> {
  // V8 and libuv start threads of their own when they need them, so more is not wrong.
  await eventually(() => sizeOf(server) >= size, subject.patience, () => server.failure('the worker to be replaced', did));
  demand(server.running, did, 'the server to live', 'it ended');
  await servesEverybody(subject);
}

/** Awaits a crowd of clients served one after another. A first few may still be given to the worker that has ended. */
async function servesEverybody(subject: Subject): Promise<void> {
  const until = performance.now() + subject.patience;
  for (let served = 0; served < crowd; ) {
    try {
      await answersAnother(subject);
      served++;
    } catch (error) {
      if (performance.now() > until) throw error;
      served = 0;
    }
  }
}

export const workerClauses = clausesOf({ level: 'echo-lab', rule: 'fault 20', framing: 'line', workers, needs: ['start'], flags }, [
  {
    id: 'worker/killed',
    title: {
      en: 'A worker process that is killed costs its own clients only, and is replaced',
      'pt-BR': 'Um processo worker que é morto custa só os seus próprios clientes, e é substituído',
    },
    workers: ['processes'],
    needs: ['start', 'kill'],
    async run(subject) {
      const server = await subject.server();
      const size = sizeOf(server);
      const { victim, bystanders } = await severalWorkers(subject);
      await victim.exchange('tell-pid');
      const [, pid] = await server.stderr.match(/worker pid (\d+)/, subject.patience, 'asked for the worker’s pid');
      demand(Number(pid) !== server.pid, 'asked for the worker’s pid', 'another than the first process’s', 'it was the same');
      for (const peer of [victim, ...bystanders]) void peer.send('under load\n'.repeat(100));
      process.kill(Number(pid), 'SIGKILL');
      await victim.untilClosed();
      for (const peer of bystanders) await peer.expect('Echo: under load\n'.repeat(100));
      await Promise.all(bystanders.map((peer) => peer.exchange('still here')));
      await eventually(() => !server.pids.includes(Number(pid)), subject.patience, () => server.failure('it to be gone', 'killed a worker'));
      await replaced(subject, server, size, 'killed a worker');
    },
  },
  {
    id: 'worker/exits',
    title: {
      en: 'A worker that exits costs its own clients only, and is replaced',
      'pt-BR': 'Um worker que termina custa só os seus próprios clientes, e é substituído',
    },
    run: (subject) => losesOnlyItsOwn(subject, 'exit 3'),
  },
  {
    id: 'worker/throws',
    title: {
      en: 'A worker that throws where nobody catches it costs its own clients only, and is replaced',
      'pt-BR': 'Um worker que lança uma exceção que ninguém captura custa só os seus próprios clientes, e é substituído',
    },
    run: (subject) => losesOnlyItsOwn(subject, 'throw-later'),
  },
  {
    id: 'worker/out-of-memory',
    title: {
      en: 'A worker that runs out of memory costs its own clients only, and is replaced',
      'pt-BR': 'Um worker que fica sem memória custa só os seus próprios clientes, e é substituído',
    },
    async run(subject) {
      // The smallest heap that a worker can serve with, so that filling it is quick.
      const server = await (await subject.launch({ env: { NODE_OPTIONS: '--max-old-space-size=64' } })).ready();
      await losesOnlyItsOwn(subjectOf(subject, server), 'out-of-memory');
    },
  },
  {
    id: 'worker/hangs',
    title: {
      en: 'A worker that hangs in a loop is found after --hang-timeout and replaced, at the cost of its own clients',
      'pt-BR': 'Um worker preso em um laço é descoberto depois de --hang-timeout e substituído, ao custo dos seus próprios clientes',
    },
    flags: [...flags, '--hang-timeout', '3s'],
    run: (subject) => losesOnlyItsOwn(subject, 'hang'),
  },
  {
    id: 'worker/computing-stalls-no-other',
    title: {
      en: 'While one worker computes, the clients of the other are answered',
      'pt-BR': 'Enquanto um worker calcula, os clientes do outro recebem resposta',
    },
    rule: 'fault 18',
    async run(subject) {
      await severalWorkers(subject);
    },
  },
  {
    id: 'worker/none-to-be-had',
    title: {
      en: 'Out of processes and threads, those who live serve on, and one that ended is replaced when that can be',
      'pt-BR': 'Sem processos nem threads disponíveis, os que restam continuam atendendo, e um que terminou é substituído assim que possível',
    },
    rule: 'fault 29',
    async run(subject) {
      // Nothing holds root to the limit.
      const asNobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};
      const server = await (await subject.launch(asNobody)).ready();
      const size = sizeOf(server);
      const { victim, bystanders } = await severalWorkers(subjectOf(subject, server));
      const before = limitProcesses(server, '1', asNobody);
      await victim.say('exit 3');
      await victim.untilClosed();
      const did = 'ended a worker when no other could be started';
      for (let round = 0; round < 3; round++) {
        await pause(150);
        demand(server.running, did, 'the server to live', `it ended and said ${server.stderr.text.slice(0, 300)}`);
        await Promise.all(bystanders.map((peer) => peer.exchange('still here')));
      }
      limitProcesses(server, before, asNobody);
      await replaced(subjectOf(subject, server), server, size, did);
    },
  },
  {
    id: 'worker/crash-loop-given-up',
    title: {
      en: 'When workers die at once, again and again, the server gives up with one clear line and exit 1',
      'pt-BR': 'Quando workers morrem logo ao iniciar, repetidas vezes, o servidor desiste com uma linha clara e código de saída 1',
    },
    rule: 'fault 21',
    flags: ['--work', workModule('work-ends-its-worker.ts'), '--log-level', 'silent'],
    async run(subject) {
      const server = await subject.launch();
      const did = 'let its workers die at once';
      const { code } = await server.untilExited(did, 4 * subject.patience);
      await server.stderr.match(/\n/, subject.patience, did);
      demand(code === 1, did, 'exit code 1', `it was ${String(code)}`);
      demand(server.stderr.lines.length === 1, did, 'one line on stderr', `it said ${server.stderr.text.slice(0, 500)}`);
      await eventually(() => server.pids.length === 0, subject.patience, () => server.failure('no process to be left', did));
    },
  },
]);

/** Sets how many processes and threads the server's user may have, as far as the server goes (prlimit(1)), and gives the limit before. */
function limitProcesses(server: Server, limit: string, user: { readonly uid?: number }): string {
  const prlimit = (pid: number, ...args: string[]): string => {
    const { status, stdout } = spawnSync('prlimit', ['--pid', `${pid}`, ...args], { ...user, encoding: 'utf8' });
    if (status !== 0) throw new NotTried('it needs prlimit, of util-linux');
    return stdout.trim();
  };
  const before = prlimit(server.pid, '--nproc', '--raw', '--noheadings', '--output', 'SOFT');
  for (const pid of server.pids) prlimit(pid, `--nproc=${limit}:`);
  return before;
}

/** The clause's own server in place of the subject's. */
function subjectOf(subject: Subject, server: Server): Subject {
  const connect = (): Promise<Peer> => server.connect();
  return {
    promises: subject.promises,
    patience: subject.patience,
    connect,
    connectMany: async (count) => {
      const peers: Peer[] = [];
      while (peers.length < count) peers.push(await connect());
      return peers;
    },
    server: () => Promise.resolve(server),
    launch: (options) => subject.launch(options),
  };
}
