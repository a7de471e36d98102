import type { Step, StepEnd } from '#experiments';
import { spread, statement } from '#record';

const title = { en: 'Two clients', 'pt-BR': 'Dois clientes' };
const tail = ' and nobody else is served before, however long that takes and however many there are';
const answer = statement({
  en: `The second one waits {wait}${tail}`,
  'pt-BR': `O segundo espera {wait}${tail}`,
  figures: { wait: spread([598, 603, 611.4], 'ms') },
});
const why = statement({ en: `there is no Python${tail}`, 'pt-BR': `não há Python${tail}` });

const step = (id: string, end: StepEnd | undefined): Step => ({ title, id, run: () => Promise.resolve(end) });
/** Steps that end in every way that there is, with more to say than a line of a terminal holds. */
export const sampleSteps: readonly Step[] = [
  step('part-2', { status: 'done', says: answer }),
  step('kernel-queue', { status: 'skipped', says: why }),
  step('endings', { status: 'failed', says: why }),
  { title, run: () => Promise.resolve(undefined) },
];
