import { both } from '../story/text.ts';
import { type Lesson, told, waitOf } from './lesson.ts';

const server = 'server-serial';

export const part1: Lesson = {
  id: 'part-1',
  title: both('Part 1: one client', 'Parte 1: um cliente'),
  question: both(
    'One client connects to server-serial, sends a message, stays for a second and leaves. When does it get its reply?',
    'Um cliente se conecta ao server-serial, envia uma mensagem, fica um segundo e sai. Quando ele recebe a resposta?',
  ),
  answers: [
    both('at once', 'na hora'),
    both('after a second, when it leaves', 'depois de um segundo, quando sai'),
    both('never', 'nunca'),
  ],
  servers: [server],
  why: both(
    'The server reads from the one that it serves as soon as something comes, and answers what it read: with one client there is nobody to wait for.',
    'O servidor lê de quem está atendendo assim que algo chega, e responde ao que leu: com um cliente só, não há por quem esperar.',
  ),
  code: [{ runtime: 'serveConnection' }],

  async play(stage) {
    const client = await stage.client(server, { messages: [{ ask: 'none' }], hold: 1_000 });
    await client.closed;
  },

  judge(scene) {
    const [client] = scene.clientsOf(server);
    const wait = waitOf(client);
    return {
      right: wait < 500 ? 0 : wait < Infinity ? 1 : 2,
      measured: told(
        'Client 1 had its reply {wait} after it had asked, and stayed for {left}.',
        'O cliente 1 recebeu a resposta {wait} depois de pedir, e ficou {left}.',
        { wait, left: (client?.leaves ?? NaN) - (client?.connected ?? NaN) },
      ),
      telling: (client?.exchanges[0]?.got ?? 0) + 200,
    };
  },
};
