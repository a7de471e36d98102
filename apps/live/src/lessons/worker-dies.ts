import { both } from '../story/text.ts';
import { type Lesson, told } from './lesson.ts';
import { type Client, placeOf, type Scene } from '../story/scene.ts';

const servers = ['server-cluster --scheduling rr', 'server-threads'] as const;
const clients = 8;

export const workerDies: Lesson = {
  id: 'worker-dies',
  title: both('A worker dies', 'Um worker morre'),
  question: both(
    `${clients} clients are connected to server-cluster, shared out in turn (\`--scheduling rr\`) among its worker processes. One of those is killed (SIGKILL). Which clients are lost?`,
    `${clients} clientes estão conectados ao server-cluster, divididos em rodízio (\`--scheduling rr\`) entre seus processos worker. Um deles é morto (SIGKILL). Quais clientes se perdem?`,
  ),
  answers: [
    both('none: another worker takes them over', 'nenhum: outro worker os assume'),
    both('those of that worker', 'os daquele worker'),
    both('all', 'todos'),
  ],
  servers,
  why: both(
    'A connection lives in the worker that serves it and dies with it: nobody else has its state. The next worker takes new clients.',
    'Uma conexão vive no worker que a atende e morre com ele: ninguém mais tem o estado dela. O próximo worker pega clientes novos.',
  ),
  code: [{ runtime: 'Supervisor.#onExit' }, { server: 'server-cluster', concern: 'death' }],

  async play(stage) {
    const all = [];
    for (let n = 0; n < clients; n += 1) {
      const pair = await Promise.all(servers.map((server) => stage.client(server, { messages: [{ ask: 'none' }], hold: Infinity })));
      await Promise.all(pair.map(({ connected }) => connected));
      all.push(...pair);
    }
    await stage.until(({ clients: there }) => [...there.values()].every(({ exchanges }) => exchanges[0]?.got !== undefined));
    await stage.pass(300);
    // Worker 1 of each: a process is killed; a thread, which nothing outside can end, serves a message that ends it.
    await Promise.all(servers.map((server) => stage.harm(server, 'end', 1)));
    await stage.until((scene) => servers.every((server) => lostOn(scene, server).length > 0));
    await stage.until((scene) => servers.every((server) => scene.servers.get(server)?.workers[0]?.ended === undefined));
    await stage.pass(300);
    stage.leave();
    await Promise.all(all.map(({ closed }) => closed));
  },

  judge(scene) {
    const [cluster = [], threads = []] = servers.map((server) => lostOn(scene, server));
    const own = scene.clientsOf(servers[0]).filter(({ worker }) => worker === 1);
    const those = cluster.length === own.length && cluster.every(({ worker }) => worker === 1);
    return {
      right: cluster.length === 0 ? 0 : cluster.length === clients ? 2 : those ? 1 : undefined,
      measured: told(
        'Of {clients} clients {cluster} were lost on server-cluster: the {own} of worker 1. On server-threads, where a message ended the thread that served it, {threads}.',
        'De {clients} clientes, {cluster} se perderam no server-cluster: os {own} do worker 1. No server-threads, onde uma mensagem encerrou a thread que a atendia, {threads}.',
        { clients: String(clients), cluster: String(cluster.length), own: String(own.length), threads: String(threads.length) },
      ),
      telling: Math.max(0, ...[...cluster, ...threads].map(({ closed = 0 }) => closed)) + 50,
    };
  },
};

function lostOn(scene: Scene, server: string): readonly Client[] {
  return scene.clientsOf(server).filter((client) => placeOf(client, scene.servers.get(server)) === 'lost');
}
