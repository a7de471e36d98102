import { both } from '../story/text.ts';
import { type Lesson, told, waited, waitOf } from './lesson.ts';
import { later, stays, twoClients } from './two-clients.ts';

const servers = ['server-serial', 'server-async'] as const;

export const part2: Lesson = {
  id: 'part-2',
  title: both('Part 2: two clients, one at a time', 'Parte 2: dois clientes, um por vez'),
  question: both(
    `Client 1 sends a message and stays ${stays / 1_000} s. Client 2 comes ${later / 1_000} s after the reply and sends one, too. Who waits on server-serial, which serves one client at a time?`,
    `O cliente 1 envia uma mensagem e fica ${String(stays / 1_000).replace('.', ',')} s. O cliente 2 chega ${String(later / 1_000).replace('.', ',')} s depois da resposta e também envia uma. Quem espera no server-serial, que atende um cliente por vez?`,
  ),
  answers: [
    both('nobody', 'ninguém'),
    both('client 2, about 1 s', 'o cliente 2, cerca de 1 s'),
    both('both', 'os dois'),
  ],
  servers,
  why: both(
    '`await` finishes one connection before the loop takes the next; with `void` the loop takes the next at once.',
    'O `await` termina uma conexão antes que o laço pegue a próxima; com `void`, o laço pega a próxima na hora.',
  ),
  code: servers.map((server) => ({ server, concern: 'wait' })),

  play: (stage) => twoClients(stage, servers),

  judge(scene) {
    const [serial = [], async = []] = servers.map((server) => scene.clientsOf(server));
    const [onSerial, onAsync] = [waited(serial), waited(async)];
    const asTaught = onSerial === true && onAsync === false;
    return {
      right: onSerial === undefined || onAsync === undefined ? undefined : Number(onSerial),
      measured: told(
        asTaught
          ? 'On server-serial client 2 waited {serial} for its reply, until client 1 had left; on server-async {async}, while client 1 was there.'
          : 'Client 2 had its reply after {serial} on server-serial, after {async} on server-async.',
        asTaught
          ? 'No server-serial o cliente 2 esperou {serial} pela resposta, até o cliente 1 sair; no server-async, {async}, com o cliente 1 ainda lá.'
          : 'O cliente 2 recebeu a resposta após {serial} no server-serial, e após {async} no server-async.',
        { serial: waitOf(serial[1]), async: waitOf(async[1]) },
      ),
      telling: (serial[1]?.accepted ?? serial[1]?.came ?? 0) + 500,
    };
  },
};
