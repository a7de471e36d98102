import { said, type RunRecord, type Statement, statement } from '#record';
import { inAll } from '../texts/in-all.ts';
import type { HandInSection } from './section.ts';
import { subjectsOf } from './own-servers.ts';
import { figureAt, findingsOf, serversWith, waitedOut } from './part.ts';
import { serialIn } from './part-4.ts';

/** What the parts come to, and what else the run concludes; nothing that it did not measure. */
export function conclusions(record: RunRecord): HandInSection {
  const speedup = record.claims.find(({ id, verdict }) => id === 'speedup-15' && verdict !== 'not-tried');
  const sentences = said([...whatIsGained(record), speedup?.because, ...record.conclusions.sentences]);
  const nothing = statement({ en: 'This run allows none.', 'pt-BR': 'Esta execução não permite nenhuma.' });
  return {
    id: 'conclusions',
    title: inAll(({ markdown }) => markdown.conclusions),
    sentences: sentences.length > 0 ? sentences : [nothing],
  };
}

/** What being concurrent takes away, where it did. */
function whatIsGained(record: RunRecord): readonly Statement[] {
  const findings = findingsOf(record, 4);
  if (findings === undefined) return [];
  const serial = serialIn(findings) ?? '';
  const { hold } = findings.answer.figures;
  const serialWait = figureAt(findings, 'two-clients-wait', serial);
  if (serialWait === undefined || hold === undefined || waitedOut(serialWait, hold) !== 'always') return [];
  return subjectsOf(record, serversWith(findings, 'two-clients-gain')).flatMap((server) => {
    const wait = figureAt(findings, 'two-clients-wait', server);
    if (wait === undefined || waitedOut(wait, hold) !== 'never') return [];
    return [
      statement({
        en: `What ${server} takes away is the wait for the other client: {wait} in place of {serialWait} on ${serial}.`,
        'pt-BR': `O servidor ${server} elimina a espera pelo outro cliente: {wait}, contra {serialWait} no ${serial}.`,
        figures: { wait, serialWait },
      }),
    ];
  });
}
