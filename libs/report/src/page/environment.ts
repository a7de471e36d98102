import { quantity } from '#record';
import type { ComponentChildren, VNode } from 'preact';
import { el } from '#page';
import type { View } from '../view.ts';
import { writeDate } from '../write-date.ts';
import { busy } from './busy.ts';
import { disclosure } from './disclosure.ts';
import { figure } from './figure.ts';
import { list } from './list.ts';
import type { Section } from './section.ts';
import { serverName } from './server-name.ts';

/** Where, when and on what the run was made. */
export function environment(view: View): Section {
  const { record, texts, language } = view;
  const { environment: found } = record;
  const names = texts.environment;
  const commit = found.commit && [el('code', {}, found.commit.hash), found.commit.dirty && ` (${names.dirty})`];
  return {
    id: 'environment',
    title: names.title,
    content: el(
      'div',
      {},
      el('p', {}, names.intro),
      disclosure(
        view,
        names.facts,
        el(
          'dl',
          { class: 'facts' },
          fact(names.course, record.course && el('bdi', {}, record.course)),
          fact(names.author, record.author && el('bdi', {}, record.author)),
          fact(names.date, el('time', { datetime: record.startedAt }, writeDate(record.startedAt, language))),
          fact(names.size, texts.size[record.size]),
          fact(names.took, figure(view, quantity(record.took, 'ms'))),
          fact(names.command, el('code', { class: 'command' }, record.command)),
          fact(names.servers, list(record.servers.map((name) => serverName(view, name)), { class: 'inline' })),
          fact(names.commit, commit ?? names.noCommit),
          fact(names.node, found.node),
          fact(names.kernel, `${found.kernel} (${found.architecture})`),
          fact(names.cpu, found.cpu),
          fact(names.cores, figure(view, quantity(found.cores, 'count'))),
          fact(names.memory, figure(view, quantity(found.memoryBytes, 'bytes'))),
          fact(names.python, found.python ?? names.noPython),
          fact(names.busy, busy(view)),
        ),
      ),
    ),
  };
}

function fact(name: string, value: ComponentChildren): VNode | false {
  return value !== undefined && el('div', {}, el('dt', {}, name), el('dd', {}, value));
}
