import { both } from '../story/text.ts';
import { type Lesson, told } from './lesson.ts';
import type { Client, Scene } from '../story/scene.ts';

const servers = ['server-async', 'server-threads'] as const;
const [light, every, computes] = [6, 100, 700];

/** Who is held up is so for a good part of that time; a reply that takes longer than this was. */
const heldUp = 200;

export const heavyClient: Lesson = {
  id: 'heavy-client',
  title: both('One heavy among light ones', 'Um pesado entre leves'),
  question: both(
    `${light} light clients each want a reply every ${every / 1_000} s. Then a heavy one sends a message that takes about ${computes / 1_000} s to compute. Which of the light ones wait for it on server-async, whose clients share one event loop?`,
    `${light} clientes leves querem uma resposta a cada ${String(every / 1_000).replace('.', ',')} s. Então um pesado envia uma mensagem que leva cerca de ${String(computes / 1_000).replace('.', ',')} s para calcular. Quais dos leves esperam por ela no server-async, cujos clientes dividem um event loop?`,
  ),
  answers: [
    both('none of them: it is concurrent', 'nenhum: ele é concorrente'),
    both('half of them', 'a metade'),
    both('all of them', 'todos'),
  ],
  servers,
  why: both(
    'While a message computes, its event loop does nothing else. On server-threads the main thread hands each client to one of several loops, and only those in the same loop wait.',
    'Enquanto uma mensagem calcula, seu event loop não faz mais nada. No server-threads a thread principal entrega cada cliente a um de vários loops, e só esperam os do mesmo loop.',
  ),
  code: [{ server: 'server-threads', concern: 'hand-over' }],

  async play(stage) {
    const messages = Array.from({ length: 40 }, () => ({ ask: 'none' }) as const);
    const lights = [];
    // One after another, so that threads get as many each.
    for (let n = 0; n < light; n += 1) {
      const all = await Promise.all(servers.map((server) => stage.client(server, { messages, every })));
      await Promise.all(all.map(({ connected }) => connected));
      lights.push(...all);
    }
    await stage.pass(3 * every);
    const visit = { messages: [{ ask: 'compute', ms: computes }], hold: every, role: 'heavy' } as const;
    const heavy = await Promise.all(servers.map((server) => stage.client(server, visit)));
    await Promise.all(heavy.map(({ closed }) => closed));
    for (const client of lights) client.leave();
    await Promise.all(lights.map(({ closed }) => closed));
  },

  judge(scene) {
    const [async = [], threads = []] = servers.map((server) => heldUpOn(scene, server));
    const [heavy] = scene.clientsOf(servers[0]).filter(({ role }) => role === 'heavy');
    const exchange = heavy?.exchanges[0];
    return {
      right: async.length === 0 ? 0 : async.length === light ? 2 : async.length === light / 2 ? 1 : undefined,
      measured: told(
        'It computed for {took} on server-async. {async} of {light} light clients waited for it on server-async, {threads} of {light} on server-threads.',
        'O cálculo levou {took} no server-async. Esperaram por ele {async} de {light} clientes leves no server-async, {threads} de {light} no server-threads.',
        {
          took: (exchange?.got ?? NaN) - (exchange?.sent ?? NaN),
          async: String(async.length), threads: String(threads.length), light: String(light),
        },
      ),
      telling: ((exchange?.sent ?? 0) + (exchange?.got ?? 0)) / 2,
    };
  },
};

/** The light clients of which a reply took too long while the heavy one's message was worked on. */
function heldUpOn(scene: Scene, server: string): readonly Client[] {
  const all = scene.clientsOf(server);
  const heavy = all.find(({ role }) => role === 'heavy')?.exchanges[0];
  return all.filter(
    ({ role, exchanges }) =>
      role === undefined &&
      exchanges.some(({ sent, got = Infinity }) => got - sent > heldUp && sent < (heavy?.got ?? 0) && got > (heavy?.sent ?? Infinity)),
  );
}
