import { type Findings, highOf, joined, lowOf, type RunRecord, statement, type Text } from '#record';
import { type Answer, answer, type HandInSection } from './section.ts';
import { madeWith, subjectsOf } from './own-servers.ts';
import { figureAt, partOf, serversWith, waitedOut } from './part.ts';

/** Two clients at the same time on a concurrent server, beside ours that serves one at a time. */
export function part4(record: RunRecord): HandInSection {
  return partOf(record, 4, (findings) => {
    const serial = serialIn(findings);
    const others = serversWith(findings, 'two-clients-total').filter((name) => name !== serial);
    const subjects = subjectsOf(record, others);
    const shown = [serial, ...subjects.slice(0, 2), others[0]];
    return {
      intro: madeWith(record, subjects),
      answers: subjects.flatMap((server) => [
        ...together(findings, server),
        ...doneAfter(findings, { en: 'When were both done?', 'pt-BR': 'Em quanto tempo os dois terminaram?' }, 'two-clients', server),
        ...doneAfter(
          findings,
          { en: 'And when neither keeps its connection?', 'pt-BR': 'E quando nenhum mantém a conexão?' },
          'two-clients-short',
          server,
        ),
      ]),
      timelines: findings.timelines.filter(({ server }) => shown.includes(server)),
    };
  });
}

/** The one that the others are held against: it has totals, and no gain over itself. */
export function serialIn(findings: Findings): string | undefined {
  const gains = serversWith(findings, 'two-clients-gain');
  return gains.length === 0 ? undefined : serversWith(findings, 'two-clients-total').find((name) => !gains.includes(name));
}

function together(findings: Findings, server: string): readonly Answer[] {
  const wait = figureAt(findings, 'two-clients-wait', server);
  const { hold } = findings.answer.figures;
  if (wait === undefined || hold === undefined) return [];
  const said = {
    never: { en: 'Yes', 'pt-BR': 'Sim' },
    always: { en: 'No', 'pt-BR': 'Não' },
    sometimes: { en: 'Not in every round', 'pt-BR': 'Não em todas as rodadas' },
  }[waitedOut(wait, hold)];
  return [
    answer(
      { en: 'Were both served at the same time?', 'pt-BR': 'Os dois foram atendidos ao mesmo tempo?' },
      {
        en: `${said.en}: on ${server}, the longest wait for a first byte was {wait}, while each client kept its connection for {hold}.`,
        'pt-BR': `${said['pt-BR']}: no servidor ${server}, a maior espera pelo primeiro byte foi de {wait}, e cada cliente manteve a conexão por {hold}.`,
      },
      { wait, hold },
    ),
  ];
}

/** When both were done, beside the serial server. The figures of a run with a hold are those of `two-clients` without another word. */
function doneAfter(findings: Findings, question: Text, name: 'two-clients' | 'two-clients-short', server: string): readonly Answer[] {
  const totals = name === 'two-clients' ? 'two-clients-total' : name;
  const serial = serialIn(findings) ?? '';
  const [total, serialTotal] = [server, serial].map((each) => figureAt(findings, totals, each));
  const gain = figureAt(findings, `${name}-gain`, server);
  if (total === undefined) return [];
  const told = gain !== undefined && (lowOf(gain) > 1 || highOf(gain) < 1);
  return [
    {
      question,
      answer: joined([
        statement({ en: `On ${server}, after {total}.`, 'pt-BR': `No servidor ${server}, em {total}.`, figures: { total } }),
        serialTotal !== undefined &&
          gain !== undefined &&
          statement({
            en: `On ${serial}, after {serialTotal}: {gain} as long.`,
            'pt-BR': `No ${serial}, em {serialTotal}: {gain} esse tempo.`,
            figures: { serialTotal, gain },
          }),
        gain !== undefined && !told && statement({ en: 'The rounds don’t tell which is faster.', 'pt-BR': 'As rodadas não permitem dizer qual é mais rápido.' }),
      ]),
    },
  ];
}
