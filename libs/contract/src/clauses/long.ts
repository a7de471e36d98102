import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { clausesOf } from '../clause.ts';
import { NotTried } from '../not-tried.ts';
import { descriptorsOf, memoryOf } from '../process-tree.ts';
import { readyAddress } from '../ready-address.ts';
import { comeAndGo, leakOf100Bytes, leastMemoryWhile, levelled, smallHeap, spanLength, spans } from './coming-and-going.ts';
import { block, warmUp } from './flood.ts';
import { answersAnother, demand, eventually, pause } from './support.ts';

const run = promisify(execFile);

export const longClauses = clausesOf({ level: 'echo-lab', framing: 'line', flags: ['--log-level', 'warn'], needs: ['start'] }, [
  {
    id: 'many/ten-thousand-idle',
    title: {
      en: '10,000 idle connections are held, and each is still answered',
      'pt-BR': '10.000 conexões ociosas são mantidas, e cada uma ainda recebe resposta',
    },
    rule: 'fault 15',
    serves: 'overlapping',
    long: { en: 'it opens 10,000 connections', 'pt-BR': 'ela abre 10.000 conexões' },
    async run(subject) {
      const server = await subject.server();
      const before = memoryOf(server.pids);
      const peers = await subject.connectMany(10_000);
      const each = (memoryOf(server.pids) - before) / peers.length;
      for (const [index, peer] of peers.entries()) await peer.exchange(`client ${index}`);
      demand(each < 60_000, 'held 10,000 idle connections', 'under 60 kB each', `each took ${Math.round(each / 1_000)} kB`);
    },
  },
  {
    id: 'long/coming-and-going',
    title: {
      en: 'After a day’s coming and going, descriptors and memory are where they were, and no listener leaked',
      'pt-BR': 'Depois de um dia de idas e vindas, descritores e memória estão como antes, e nenhum listener vazou',
    },
    rule: 'fault 28',
    long: { en: 'it opens and closes 260,000 connections', 'pt-BR': 'ela abre e fecha 260.000 conexões' },
    async run(subject) {
      const server = await (await subject.launch({ env: smallHeap })).ready();
      await comeAndGo(server, levelled);
      const descriptors = descriptorsOf(server.pids);
      const least: number[] = [];
      for (let span = 0; span < spans; span++) least.push(await leastMemoryWhile(server, spanLength));
      const more = (): number => descriptorsOf(server.pids) - descriptors;
      await eventually(() => more() <= 2, subject.patience, () => server.failure(`no more descriptors, not ${more()}`, 'came and went'));
      const growth = (least.at(-1) ?? 0) - (least[0] ?? 0);
      const figures = least.map((bytes) => Math.round(bytes / 1e6)).join(', ');
      const did = `${levelled} times and then ${spans} times ${spanLength} times came and went`;
      demand(growth < leakOf100Bytes / 2, did, 'memory to have levelled off', `it never fell below ${figures} MB`);
      demand(!server.stderr.text.includes('MaxListeners'), 'came and went', 'no listener to leak', server.stderr.text);
    },
  },
  {
    id: 'long/memory-levels-off',
    title: {
      en: 'Sixteen floods by clients that never read leave the memory level',
      'pt-BR': 'Dezesseis inundações de clientes que nunca leem não fazem a memória crescer',
    },
    rule: 'fault 13',
    long: { en: 'it floods the server sixteen times over', 'pt-BR': 'ela inunda o servidor dezesseis vezes' },
    async run(subject) {
      const server = await subject.server();
      await warmUp(subject, 100);
      const before = memoryOf(server.pids);
      const after: number[] = [];
      for (let round = 0; round < 16; round++) {
        const peer = await subject.connect({ paused: true });
        const sent = (async () => {
          for (let count = 0; count < 100; count++) await peer.send(block);
        })();
        await Promise.race([sent, pause(1_500)]);
        after.push((memoryOf(server.pids) - before) / 1e6);
        peer.reset();
        await answersAnother(subject);
      }
      const levels = Math.min(...after.slice(12)) <= Math.max(...after.slice(6, 12)) + 12;
      const figures = after.map(Math.round).join(', ');
      demand(Math.max(...after) < 110 && levels, 'flooded it 16 times', 'memory to level off under 110 MB', `it took ${figures} MB`);
    },
  },
  {
    id: 'keep-alive/frees-the-vanished',
    title: {
      en: 'A peer that vanishes without FIN, its link down, is found by keep-alive and let go of',
      'pt-BR': 'Um cliente que some sem FIN, com a rede cortada, é descoberto por keep-alive e desconectado',
    },
    rule: 'fault 11',
    root: {
      en: 'it makes a network namespace and takes its loopback down',
      'pt-BR': 'ela cria um namespace de rede e desativa o loopback dele',
    },
    async run(subject) {
      const space = `echo-lab-${process.pid}`;
      const ip = (...words: string[]): Promise<unknown> => run('ip', words);
      try {
        await ip('netns', 'add', space);
        await ip('-n', space, 'link', 'set', 'lo', 'up');
      } catch (error) {
        await ip('netns', 'del', space).catch(() => undefined);
        throw new NotTried(`it could not make a network namespace: ${String(error).split('\n', 1)[0] ?? ''}`);
      }
      const inside = ['ip', 'netns', 'exec', space];
      const server = await subject.launch({ through: inside });
      // Nobody out here can connect to it: only its ready line tells.
      const ready = server.stdout.match(readyAddress.pattern, 3 * subject.patience, 'started the server');
      const { port } = readyAddress.of(await ready);
      const before = descriptorsOf(server.pids);
      const code = `require('net').connect(${port}, '127.0.0.1').on('data', () => console.log('up')).write('hello\\n')`;
      const client = execFile('ip', ['netns', 'exec', space, process.execPath, '-e', code]);
      try {
        await new Promise((resolve) => client.stdout?.once('data', resolve));
        await ip('-n', space, 'link', 'set', 'lo', 'down');
        const gone = (): boolean => descriptorsOf(server.pids) <= before;
        await eventually(gone, 300_000, () => server.failure('the connection to be freed', 'took the link down'));
      } finally {
        client.kill('SIGKILL');
        await ip('netns', 'del', space).catch(() => undefined);
      }
    },
  },
]);
