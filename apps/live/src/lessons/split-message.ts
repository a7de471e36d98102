import { both } from '../story/text.ts';
import { type Lesson, told } from './lesson.ts';

const [byRead, byLine] = ['server-async --framing chunk', 'server-async'] as const;
const parts = ['Hel', 'lo\n'] as const;
const pause = 300;

export const splitMessage: Lesson = {
  id: 'split-message',
  title: both('A message in two parts', 'Uma mensagem em duas partes'),
  question: both(
    `A client sends “Hello” and a line end in two parts, ${pause / 1_000} s apart. How many replies does it get, where a message is what one read brings (\`--framing chunk\`), and where it is a line?`,
    `Um cliente envia “Hello” e um fim de linha em duas partes, com ${String(pause / 1_000).replace('.', ',')} s de intervalo. Quantas respostas recebe, onde uma mensagem é o que uma leitura traz (\`--framing chunk\`), e onde é uma linha?`,
  ),
  answers: [
    both('one on both', 'uma nos dois'),
    both('two by reads, one by lines', 'duas por leituras, uma por linhas'),
    both('two on both', 'duas nos dois'),
  ],
  servers: [byRead, byLine],
  why: both(
    'TCP carries bytes, not messages: what one read brings may be a part of one, or several. Whoever wants messages must mark where they end.',
    'O TCP transporta bytes, não mensagens: o que uma leitura traz pode ser parte de uma, ou várias. Quem quer mensagens precisa marcar onde terminam.',
  ),
  code: [{ runtime: 'Connection.frame' }],

  async play(stage) {
    // It stays until the last part has had time to be answered.
    const visit = { messages: parts.map((part) => ({ ask: 'none', part }) as const), every: pause, hold: pause };
    const all = await Promise.all([byRead, byLine].map((server) => stage.client(server, visit)));
    await Promise.all(all.map(({ closed }) => closed));
  },

  judge(scene) {
    const [reads = [], lines = []] = [byRead, byLine].map((server) => scene.clientsOf(server)[0]?.replies ?? []);
    const written = (replies: readonly string[]): string => replies.map((reply) => JSON.stringify(reply)).join(', ');
    return {
      right: lines.length !== 1 ? (lines.length === 2 && reads.length === 2 ? 2 : undefined) : reads.length === 1 ? 0 : 1,
      measured: told(
          'By reads: {reads}. By lines: {lines}.', 'Por leituras: {reads}. Por linhas: {lines}.',
        { reads: written(reads), lines: written(lines) },
      ),
      telling: Math.max((scene.clientsOf(byRead)[0]?.exchanges[1]?.sent ?? 0) - 50, 0),
    };
  },
};
