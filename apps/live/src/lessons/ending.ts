import { both } from '../story/text.ts';
import { type Lesson, told } from './lesson.ts';
import { placeOf } from '../story/scene.ts';

const server = 'server-async';
const takes = 800;

export const ending: Lesson = {
  id: 'ending',
  title: both('The server is told to end', 'O servidor recebe ordem de terminar'),
  question: both(
    `Client 1’s message takes ${takes / 1_000} s; client 2 has had its reply and is silent. Meanwhile server-async is sent SIGTERM. What becomes of the two?`,
    `A mensagem do cliente 1 leva ${String(takes / 1_000).replace('.', ',')} s; o cliente 2 já recebeu a resposta e está em silêncio. Nesse meio-tempo, o server-async recebe SIGTERM. O que acontece com os dois?`,
  ),
  answers: [
    both('both are lost at once', 'os dois se perdem na hora'),
    both('client 1 has its reply first; nobody is lost', 'o cliente 1 recebe antes a resposta; ninguém se perde'),
    both('the server goes on until both leave', 'o servidor continua até os dois saírem'),
  ],
  servers: [server],
  why: both(
    'It drains: it accepts nobody any more, closes connections to which it owes no reply, answers what it has read, and then ends. What does not end in time (`--drain-timeout`) is cut off.',
    'Ele drena: não aceita mais ninguém, fecha as conexões às quais não deve resposta, responde o que leu, e então termina. O que não termina a tempo (`--drain-timeout`) é cortado.',
  ),
  code: [{ runtime: 'Connections.drain' }],

  async play(stage) {
    const first = await stage.client(server, { messages: [{ ask: 'wait', ms: takes }], hold: Infinity });
    const second = await stage.client(server, { messages: [{ ask: 'none' }], hold: Infinity });
    await stage.until(({ clients }) => [...clients.values()].every(({ exchanges }) => exchanges[0]?.received !== undefined));
    await stage.pass(200);
    stage.terminate(server);
    await Promise.all([first.closed, second.closed]);
    await stage.until(({ servers }) => servers.get(server)?.state === 'down');
  },

  judge(scene) {
    const [first, second] = scene.clientsOf(server);
    const there = scene.servers.get(server);
    const drains = there?.ends.find(({ kind }) => kind === 'draining')?.at ?? NaN;
    const lost = [first, second].filter((client) => client !== undefined && placeOf(client, there) === 'lost').length;
    const answered = first?.exchanges[0]?.got !== undefined;
    const left = [first, second].some((client) => client?.outcome === 'left');
    const replied = answered ? both('with its reply', 'com a resposta') : both('without its reply', 'sem a resposta');
    return {
      right: left ? 2 : lost === 2 ? 0 : lost === 0 && answered ? 1 : undefined,
      measured: told(
        `After the signal client 2 was ended within {second}, client 1 within {first}, ${replied.en}; {lost} of 2 were lost, and the server ended with exit code {how}.`,
        `Depois do sinal, o cliente 2 foi encerrado em {second}, o cliente 1 em {first}, ${replied['pt-BR']}; {lost} de 2 se perderam, e o servidor terminou com o código de saída {how}.`,
        { first: (first?.closed ?? NaN) - drains, second: (second?.closed ?? NaN) - drains, lost: String(lost), how: there?.how ?? '–' },
      ),
      telling: (second?.closed ?? 0) + 150,
    };
  },
};
