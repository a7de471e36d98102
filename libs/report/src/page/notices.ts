import { type ExperimentRecord, wasLoaded } from '#record';
import type { VNode } from 'preact';
import { el } from '#page';
import type { View } from '../view.ts';
import { busy } from './busy.ts';
import { sentence } from './sentence.ts';

/** What a reader must know before believing a figure, in a few lines; the section on what is missing says why. */
export function notices(view: View): VNode | false {
  const { texts, record } = view;
  const warnings = [
    wasLoaded(record.environment) && el('p', { class: 'warning' }, texts.notice.loaded, ' ', busy(view), '.'),
    record.interrupted && el('p', { class: 'warning' }, texts.notice.interrupted),
    ...(record.fallen ?? []).map(({ reason }) => el('p', { class: 'warning' }, texts.notice.takenOut, ' ', sentence(view, reason), '.')),
  ].filter((warning) => warning !== false);
  const gaps = [
    notDone(record.experiments).length > 0 &&
      el('p', {}, `${texts.notice.notDone}: `, links(view, notDone(record.experiments)), '.'),
    record.leftOut.length > 0 &&
      el(
        'p',
        {},
        `${texts.environment.size}: ${texts.size[record.size]}. `,
        el('a', { href: '#missing' }, texts.notice.leftOut),
        '.',
      ),
  ].filter((gap) => gap !== false);
  return (
    warnings.length + gaps.length > 0 &&
    el(
      'aside',
      { class: warnings.length > 0 ? 'notice strong' : 'notice', 'aria-labelledby': 'notice-title' },
      el('h2', { id: 'notice-title' }, texts.notice.title),
      warnings,
      gaps,
    )
  );
}

/** The experiments that were skipped or failed. */
export function notDone(experiments: readonly ExperimentRecord[]): readonly ExperimentRecord[] {
  return experiments.filter(({ outcome }) => outcome.status !== 'done');
}

function links({ texts, say }: View, experiments: readonly ExperimentRecord[]): (string | VNode)[] {
  return experiments.flatMap(({ id, title, outcome: { status } }, index) => [
    index > 0 ? ', ' : '',
    el('a', { href: `#${id}` }, say(title)),
    status === 'done' ? '' : ` (${texts.experiment[status].toLowerCase()})`,
  ]);
}
