import { computed, effect, signal } from '@preact/signals';
import { h, render, type VNode } from 'preact';
import { el } from '#page/browser';
import type { Lesson } from '../lessons/lesson.ts';
import { lessons } from '../lessons/lessons.ts';
import { texts } from '../texts/page.ts';
import { controls } from './controls.ts';
import { eventList, liveRegion } from './event-list.ts';
import { choice, select } from './fields.ts';
import { lessonView } from './lesson-view.ts';
import { refusal } from './order.ts';
import { language } from './page.ts';
import { panels } from './panel.ts';
import { enterReplay, leaveReplay, player, replayBar } from './replay-bar.ts';
import { connection, known, listen } from './state.ts';
import { timeline } from './timeline.ts';

/** The lesson that is looked at; undefined where everybody does as they like. */
const lesson = signal(lessonOf(location.hash));

function lessonOf(hash: string): Lesson | undefined {
  return hash === '#free' ? undefined : (lessons.find(({ id }) => `#${id}` === hash) ?? lessons[1]);
}

const large = signal(localStorage.getItem('large') === 'true');

/** The run that was last seen to begin, and whether its end was shown. */
let seen = { ...known.peek(), shown: false };
/** An address that names something else comes before the run that is there already. */
let named = location.hash !== '';

// A run that another tab began is shown here, too; and one that is over stands still at the moment that tells most.
effect(() => {
  const { scene } = known.value;
  const own = lessons.find(({ id }) => id === scene.lesson);
  if (seen.scene !== scene) {
    seen = { scene, shown: false };
    if (player.peek() !== undefined) leaveReplay();
    if (own !== undefined && !named) {
      lesson.value = own;
      history.replaceState(null, '', `#${own.id}`);
    }
    named = false;
  }
  // Not to who replays already: that one is shown it when that replay is left.
  if (own !== undefined && own === lesson.peek() && scene.done !== undefined && !seen.shown && player.value === undefined) {
    seen.shown = true;
    enterReplay(own.judge(scene).telling);
  }
});

addEventListener('hashchange', () => {
  lesson.value = lessonOf(location.hash);
});

effect(() => {
  document.documentElement.classList.toggle('large', large.value);
  localStorage.setItem('large', String(large.value));
});

/** Whether what happens is what is looked at: a lesson that was not run yet is not beside what was before it. */
const ours = computed(() => {
  const { scene } = known.value;
  const { id, servers = [] } = lesson.value ?? { id: scene.lesson };
  return scene.lesson === id || (scene.lesson === undefined && servers.some((name) => scene.servers.get(name)?.state === 'starting'));
});

function page(): VNode {
  const { value } = lesson;
  return el('div', { class: 'live', 'data-lesson': value?.id },
    header(),
    el('main', {},
      connection.value !== 'open' && el('p', { class: 'notice', role: 'status' }, texts[connection.value]),
      refusal.value !== undefined && el('p', { class: 'notice bad', role: 'alert' }, refusal.value),
      value === undefined ? h(controls, {}) : h(lessonView, { lesson: value, key: value.id }),
      ours.value && [
        el('section', { class: 'picture', 'aria-label': texts.picture }, h(panels, {})),
        h(replayBar, {}),
        h(timeline, { onJump: enterReplay }),
        h(eventList, { onJump: enterReplay }),
      ],
      h(liveRegion, {}),
    ),
  );
}

function header(): VNode {
  const other = language === 'en' ? 'pt-BR' : 'en';
  const titles = new Map([...lessons.map(({ id, title }) => [id, title[language]] as const), ['free', texts.free]]);
  const choose = (id: string): void => {
    history.replaceState(null, '', `#${id}`);
    lesson.value = lessonOf(location.hash);
  };
  return el('header', {},
    el('h1', {}, 'Echo Lab ', el('small', {}, texts.title)),
    select(texts.lesson, [...titles.keys()], lesson.value?.id ?? 'free', (id) => titles.get(id) ?? id, choose),
    choice('checkbox', texts.large, large.value, () => { large.value = !large.value; }),
    el('a', { href: `/?lang=${other}${location.hash}`, lang: other, hreflang: other }, texts.other),
  );
}

listen();
render(h(page, {}), document.body);
