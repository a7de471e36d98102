import { signal } from '@preact/signals';
import { Fragment, h, type VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { el } from '#page/browser';
import { timeText } from '../lessons/lesson.ts';
import { figuresOf } from '../story/figures.ts';
import type { Scene, Server } from '../story/scene.ts';
import { words } from '../texts/panel.ts';
import { language } from './page.ts';
import { clock } from './state.ts';

const none = '–';

const numbers = new Intl.NumberFormat(language);

/** A count or a rate in the page's language. */
export function format(value: number): string {
  return numbers.format(value);
}

/** How often figures change, ms: nobody reads them faster, and to sort and lay them out takes its time. */
const every = 500;

/** Changes with the moment that is shown, as often. */
const moment = signal(clock.peek());
setInterval(() => { moment.value = clock.peek(); }, every);

export function figure(name: string, value: string, title?: string): VNode {
  return el('div', { title }, el('dt', {}, name), el('dd', {}, value));
}

/** What is told of a server's replies. It is not told anew each time that its panel is drawn. */
export function replies({ scene, server }: { readonly scene: Scene; readonly server: string }): VNode {
  return useMemo(() => {
    const { replies, perSecond, p50, p99 } = figuresOf(scene.clientsOf(server), clock.peek());
    const title = words.of(format(replies));
    return h(Fragment, {},
      figure(words.perSecond, replies === 0 ? none : format(perSecond)),
      figure('p50', timeText(p50, language), title),
      figure('p99', timeText(p99, language), title),
    );
  }, [scene, server, moment.value]);
}

/** CPU and memory of each of its processes, as they were last looked at. */
export function processes({ server: { pid, workers, usage } }: { readonly server: Server }): VNode {
  return useMemo(() => {
    const nameOf = (one: number): string => {
      const worker = workers.find((worker) => worker.pid === one);
      if (worker !== undefined) return words.worker(worker.id);
      return one === pid && workers.some((worker) => worker.pid !== undefined) ? words.primary : words.process;
    };
    const row = (name: string, one: string, cpu: string, memory: string): VNode =>
      el('tr', { key: one }, el('th', { scope: 'row' }, name, el('small', {}, ` ${one}`)), el('td', {}, cpu), el('td', {}, memory));
    const rows = usage.map(({ pid, cpu, memory }) => row(nameOf(pid), String(pid), `${format(Math.round(cpu * 100))} %`, `${format(Math.round(memory / 1e6))} MB`));
    const heading = (text: string): VNode => el('th', { scope: 'col' }, text);
    return el('table', {},
      el('thead', {}, el('tr', {}, el('td'), heading(words.cpu), heading(words.memory))),
      el('tbody', {}, rows.length === 0 ? row(words.process, '', none, none) : rows),
    );
  }, [pid, usage]);
}
