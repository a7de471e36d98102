import { el } from '#page';
import { type ExperimentRecord, wasLoaded } from '#record';
import type { VNode } from 'preact';
import type { View } from '../view.ts';
import { busy } from './busy.ts';
import { sentence } from './sentence.ts';

/** What a reader must know before believing a figure: it stands before all of them. */
export function warnings(view: View): VNode | false {
  const { texts, record } = view;
  const all = [
    wasLoaded(record.environment) && el('p', { class: 'warning' }, texts.notice.loaded, ' ', busy(view), '.'),
    record.interrupted && el('p', { class: 'warning' }, texts.notice.interrupted),
    ...(record.fallen ?? []).map(({ reason }) => el('p', { class: 'warning' }, texts.notice.takenOut, ' ', sentence(view, reason), '.')),
  ].filter((warning) => warning !== false);
  return (
    all.length > 0 &&
    el(
      'aside',
      { class: 'notice strong', 'aria-labelledby': 'warnings-title' },
      el('h2', { id: 'warnings-title' }, texts.notice.title),
      all,
    )
  );
}

/** What this run leaves out, in a few lines; the section on what is missing says why. */
export function gaps(view: View): VNode | false {
  const { texts, record } = view;
  const all = [
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
  return all.length > 0 && el('aside', { class: 'notice', 'aria-label': texts.notice.missing }, all);
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
