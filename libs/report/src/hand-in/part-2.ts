import { type Findings, highOf, quantity, type RunRecord } from '#record';
import { type Answer, answer, type HandInSection } from './section.ts';
import { madeWith, subjectsOf } from './own-servers.ts';
import { figureAt, partOf, serversWith } from './part.ts';

/** Two clients on a server that serves one at a time: whether the second waits, where, and for how long. */
export function part2(record: RunRecord): HandInSection {
  return partOf(record, 2, (findings) => {
    const subjects = subjectsOf(record, serversWith(findings, 'second-client-wait'));
    return {
      intro: madeWith(record, subjects),
      answers: subjects.flatMap((server) => [...waited(findings, server), ...inSeries(findings, server)]),
      timelines: findings.timelines.filter(({ server }) => subjects.includes(server)).slice(0, 2),
      serverLanes: true,
    };
  });
}

/** A client that is refused, or gets a wrong reply, ends the experiment: where there are figures, nobody was. */
function waited(findings: Findings, server: string): readonly Answer[] {
  const [wait, connect] = [figureAt(findings, 'second-client-wait', server), figureAt(findings, 'second-client-connect', server)];
  const { hold } = findings.answer.figures;
  if (wait === undefined || connect === undefined || hold === undefined) return [];
  // As the experiment has it: of a hold, a wait is what lasts for more than half of it.
  const half = hold.value / 2;
  return [
    answer(
      { en: 'Did the second client wait, and for how long?', 'pt-BR': 'O segundo cliente esperou? Quanto?' },
      wait.value > half
        ? {
            en: `Yes: on ${server}, {wait} for its first byte, while the first client kept its connection for {hold}.`,
            'pt-BR': `Sim: no servidor ${server}, esperou {wait} pelo primeiro byte, enquanto o primeiro cliente mantinha a conexão por {hold}.`,
          }
        : {
            en: `No: on ${server}, its first byte came within {wait}, while the first client kept its connection for {hold}.`,
            'pt-BR': `Não: no servidor ${server}, recebeu o primeiro byte em {wait}, enquanto o primeiro cliente mantinha a conexão por {hold}.`,
          },
      { wait, hold },
    ),
    answer(
      { en: 'Could it connect meanwhile?', 'pt-BR': 'Conseguiu se conectar enquanto isso?' },
      highOf(connect) < half
        ? { en: 'Yes, in {connect}.', 'pt-BR': 'Sim, em {connect}.' }
        : { en: 'Not at once: connecting took {connect}.', 'pt-BR': 'Não de imediato: conectar levou {connect}.' },
      { connect },
    ),
    answer(
      { en: 'Was anyone refused?', 'pt-BR': 'Alguém foi recusado?' },
      { en: 'No: every client got its reply.', 'pt-BR': 'Não: todos os clientes receberam resposta.' },
    ),
  ];
}

/** By the moments of the clients in the round that is drawn. */
function inSeries({ traces }: Findings, server: string): readonly Answer[] {
  const [first, second] = traces.find((trace) => trace.server === server)?.clients ?? [];
  if (first?.ended === undefined || second?.firstByte === undefined) return [];
  return [
    answer(
      { en: 'Was it served only after the first one?', 'pt-BR': 'Só foi atendido depois do primeiro?' },
      second.firstByte >= first.ended
        ? {
            en: 'Yes: in the round drawn here, the first client sent its FIN at {ended}, and the second one’s first byte came at {firstByte}.',
            'pt-BR': 'Sim: na rodada do diagrama, o primeiro cliente enviou FIN em t = {ended}, e o primeiro byte do segundo chegou em t = {firstByte}.',
          }
        : {
            en: 'No: in the round drawn here, the second client’s first byte came at {firstByte}, before the first one’s FIN at {ended}.',
            'pt-BR': 'Não: na rodada do diagrama, o primeiro byte do segundo cliente chegou em t = {firstByte}, antes do FIN do primeiro, em t = {ended}.',
          },
      { ended: quantity(first.ended, 'ms'), firstByte: quantity(second.firstByte, 'ms') },
    ),
  ];
}
