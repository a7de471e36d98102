import { both } from '../story/text.ts';
import { type Lesson, told, waited, waitOf } from './lesson.ts';
import { later, twoClients } from './two-clients.ts';

const servers = ['server-async', 'server-reactive', 'server-cluster', 'server-threads'] as const;

export const part4: Lesson = {
  id: 'part-4',
  title: both('Part 4: two clients, side by side', 'Parte 4: dois clientes, lado a lado'),
  question: both(
    'The same two clients, on the four servers that serve many: client 2 comes while client 1 is there. On how many of them does client 2 wait until client 1 leaves?',
    'Os mesmos dois clientes, nos quatro servidores que atendem vários: o cliente 2 chega enquanto o cliente 1 está lá. Em quantos deles o cliente 2 espera até o cliente 1 sair?',
  ),
  answers: [
    both('on none', 'em nenhum'),
    both('on the two with a single event loop', 'nos dois com um único event loop'),
    both('on all four', 'nos quatro'),
  ],
  servers,
  why: both(
    'All four take the next connection while others are open. A client that only stays costs an event loop nothing: what they differ in shows when a message computes.',
    'Os quatro pegam a próxima conexão com outras abertas. Um cliente que só fica conectado não custa nada a um event loop: a diferença entre eles aparece quando uma mensagem calcula.',
  ),
  code: servers.slice(0, 2).map((server) => ({ server, concern: 'accept' })),

  play: (stage) => twoClients(stage, servers),

  judge(scene) {
    const waits = servers.map((server) => waitOf(scene.clientsOf(server)[1]));
    const kept = servers.map((server) => waited(scene.clientsOf(server)));
    const count = kept.filter(Boolean).length;
    const second = scene.clientsOf(servers[0])[1];
    return {
      right: kept.includes(undefined) ? undefined : count === 0 ? 0 : count === 4 ? 2 : count === 2 && kept[0] === true && kept[1] === true ? 1 : undefined,
      measured: told(
        'Client 2 had its reply after {least} to {most}; {count} of the 4 servers kept it waiting until client 1 had left.',
        'O cliente 2 recebeu a resposta após {least} a {most}; {count} dos 4 servidores o fizeram esperar até o cliente 1 sair.',
        { least: Math.min(...waits), most: Math.max(...waits), count: String(count) },
      ),
      telling: (second?.came ?? 0) + later / 2,
    };
  },
};
