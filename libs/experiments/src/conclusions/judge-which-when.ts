import { quantity, statement } from '#record';
import type { CaseId, Concluded } from './conclusion-cases.ts';
import type { Judgement } from '../running/experiment.ts';

/** The claim's parts: for which case it names which approach, in the terms of this workspace. */
const parts: readonly { readonly id: CaseId; readonly named: readonly string[] }[] = [
  { id: 'short', named: ['server-serial'] },
  { id: 'holding', named: ['server-threads'] },
  { id: 'idle', named: ['server-async', 'server-reactive'] },
  { id: 'computing', named: ['server-cluster'] },
];

/**
 * The claim that names an approach for each kind of use. It holds where each named one is the only best of its case,
 * does not where none is among the best, and with a condition in between: others may do as well.
 *
 * @returns undefined where fewer than half of its parts were measured with an approach that it names
 */
export function judgeWhichWhen(found: ReadonlyMap<string, Concluded>): Judgement | undefined {
  const measured = parts.flatMap(({ id, named }) => {
    const concluded = found.get(id);
    return concluded?.servers.some((one) => named.includes(one)) ? [{ named, best: concluded.best }] : [];
  });
  if (measured.length * 2 < parts.length) return undefined;
  const among = measured.filter(({ named, best }) => named.some((one) => best.includes(one)));
  const alone = among.filter(({ named, best }) => best.every((one) => named.includes(one)));
  const count = (list: readonly unknown[]): ReturnType<typeof quantity> => quantity(list.length, 'count');
  return {
    id: 'which-when',
    verdict:
      alone.length === measured.length ? 'holds' : among.length === 0 ? 'does-not-hold' : 'holds-with-condition',
    because: statement({
      en: 'Of the {parts} cases that were measured, the approach it names is not told apart from the best in {among}, and alone the best in {alone}.',
      'pt-BR':
        'Dos {parts} casos medidos, a abordagem indicada não se distingue da melhor em {among} e é, sozinha, a melhor em {alone}.',
      figures: { parts: count(measured), among: count(among), alone: count(alone) },
    }),
  };
}
