import { type Findings, quantity, type RunRecord } from '#record';
import { type Answer, answer, type HandInSection } from './section.ts';
import { madeWith, subjectsOf } from './own-servers.ts';
import { figureAt, partOf, serversWith } from './part.ts';

/** One client: whether it was answered, and how long each step took. */
export function part1(record: RunRecord): HandInSection {
  return partOf(record, 1, (findings) => {
    const subjects = subjectsOf(record, serversWith(findings, 'one-client-total'));
    return {
      intro: madeWith(record, subjects),
      answers: [
        {
          question: { en: 'Was the client answered, and the next one too?', 'pt-BR': 'O cliente recebeu resposta, e o seguinte também?' },
          answer: findings.answer,
        },
        ...subjects.flatMap((server) => timesOf(findings, server)),
      ],
    };
  });
}

function timesOf(findings: Findings, server: string): readonly Answer[] {
  const [connect, firstByte, total] = ['connect', 'first-byte', 'total'].map((name) => figureAt(findings, `one-client-${name}`, server));
  if (connect === undefined || firstByte === undefined || total === undefined) return [];
  return [
    answer(
      { en: `How long did it take on ${server}?`, 'pt-BR': `Quanto tempo levou no servidor ${server}?` },
      {
        en: 'Connecting took {connect}, the first byte {firstByte} from sending, and the whole way to the reply {total}. Clients, one after another: {visits}.',
        'pt-BR':
          'Conectar levou {connect}; do envio ao primeiro byte da resposta, {firstByte}; do início da conexão à resposta inteira, {total}. Clientes, um após o outro: {visits}.',
      },
      { connect, firstByte, total, visits: quantity(total.repeats ?? 1, 'count') },
    ),
  ];
}
