import { both } from '../story/text.ts';
import { type Lesson, told, waitOf } from './lesson.ts';

const servers = ['server-serial', 'server-async'] as const;
const [clients, hold] = [10, 200];

export const manyClients: Lesson = {
  id: 'many-clients',
  title: both('N clients', 'N clientes'),
  question: both(
    `${clients} clients come at once; each sends a message and stays ${hold / 1_000} s after the reply. When has the last one its reply on server-serial?`,
    `${clients} clientes chegam juntos; cada um envia uma mensagem e fica ${String(hold / 1_000).replace('.', ',')} s depois da resposta. Quando o último recebe a sua no server-serial?`,
  ),
  answers: [
    both('at once', 'na hora'),
    both('after about 0.2 s', 'depois de cerca de 0,2 s'),
    both('after about 2 s', 'depois de cerca de 2 s'),
  ],
  servers,
  why: both(
    'Served one at a time, each waits for all who came before it: the waits add up. Served together they do not.',
    'Atendido um por vez, cada um espera por todos os que chegaram antes: as esperas se somam. Atendidos juntos, não.',
  ),
  code: servers.map((server) => ({ server, concern: 'wait' })),

  async play(stage) {
    const all = await Promise.all(
      servers.flatMap((server) => Array.from({ length: clients }, () => stage.client(server, { messages: [{ ask: 'none' }], hold }))),
    );
    await Promise.all(all.map(({ closed }) => closed));
  },

  judge(scene) {
    const [serial = NaN, async = NaN] = servers.map((server) => Math.max(...scene.clientsOf(server).map(waitOf)));
    return {
      right: !Number.isFinite(serial) ? undefined : serial < 100 ? 0 : serial < 2.5 * hold ? 1 : 2,
      measured: told(
        'The last client had its reply after {serial} on server-serial, after {async} on server-async.',
        'O último cliente recebeu a resposta após {serial} no server-serial, e após {async} no server-async.',
        { serial, async },
      ),
      telling: hold * 3.5,
    };
  },
};
