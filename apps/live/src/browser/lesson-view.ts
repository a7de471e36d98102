import { useSignal } from '@preact/signals';
import { h, type VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { el } from '#page/browser';
import type { CodeLines, Lesson, Outcome } from '../lessons/lesson.ts';
import type { Scene } from '../story/scene.ts';
import { texts } from '../texts/page.ts';
import { button, choice } from './fields.ts';
import { order } from './order.ts';
import { language } from './page.ts';
import { known } from './state.ts';

/** What is to be foretold, and then what was said beside what was measured. */
export function lessonView({ lesson }: { readonly lesson: Lesson }): VNode {
  const { scene } = known.value;
  const chosen = useSignal<number | undefined>(undefined);
  const starts = useSignal(false);
  const ours = scene.lesson === lesson.id;
  const over = ours && scene.done !== undefined;
  const runs = ours && !over && scene.failed === undefined;
  const outcome = over ? lesson.judge(scene) : undefined;
  const answers = lesson.answers.map((answer, index) =>
    choice('radio', answer[language], chosen.value === index, () => { chosen.value = index; }, outcome?.right === index ? 'answer right' : 'answer'),
  );
  const run = async (): Promise<void> => {
    if (chosen.value === undefined) return;
    starts.value = true;
    await order({ do: 'lesson', lesson: lesson.id, said: chosen.value });
    starts.value = false;
  };
  const hint = starts.value ? texts.starting : runs ? texts.running : chosen.value === undefined && texts.first;
  return el('section', { class: 'lesson', 'aria-labelledby': 'lesson-title' },
    el('div', { class: 'foretold' },
      el('h2', { id: 'lesson-title' }, lesson.title[language]),
      el('p', { class: 'question' }, ...withCode(lesson.question[language])),
      el('fieldset', {}, el('legend', {}, texts.foretell), answers),
      el('p', { class: 'run' },
        button(ours && !runs ? texts.again : texts.run, chosen.value === undefined || starts.value, () => void run()),
        el('span', { class: 'hint', role: 'status' }, hint),
      ),
    ),
    el('div', { class: 'told' },
      el('div', { class: 'outcome', role: 'status' },
        ours && scene.failed !== undefined && el('p', {}, texts.stopped, scene.failed[language]),
        outcome !== undefined && outcomeView(lesson, scene, outcome),
      ),
      h(codeView, { lesson: lesson.id, key: lesson.id, shown: outcome !== undefined }),
    ),
  );
}

function outcomeView({ answers, why }: Lesson, { said }: Scene, { right, measured }: Outcome): readonly VNode[] {
  const answer = (place: number | undefined): string => (place === undefined ? undefined : answers[place]?.[language]) ?? '';
  const truth = right === undefined ? texts.noneOfThese : said === right ? texts.right : texts.wrong(answer(right));
  return [
    el('p', { class: said === right ? 'verdict so' : 'verdict' }, el('b', {}, texts.said), `${answer(said)}.`, truth),
    el('p', {}, el('b', {}, texts.measured), measured[language]),
    el('p', { class: 'why' }, ...withCode(why[language])),
  ];
}

/** What stands in backquotes is code. */
function withCode(text: string): readonly (VNode | string)[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? el('code', {}, part) : part));
}

/** So many lines of code stand open beside the picture; more are unfolded by whoever wants them. */
const fewLines = 6;

/** It is asked for beforehand, so that nothing moves when it comes. */
function codeView({ lesson, shown }: { readonly lesson: string; readonly shown: boolean }): VNode | null {
  const lines = useSignal<readonly CodeLines[]>([]);
  useEffect(() => {
    void fetch(`/code/${lesson}`).then(async (answer) => {
      if (answer.ok) lines.value = (await answer.json()) as readonly CodeLines[];
    }, () => undefined);
  }, [lesson]);
  if (!shown || lines.value.length === 0) return null;
  const count = lines.value.reduce((sum, { code }) => sum + code.split('\n').length, 0);
  return el('details', { class: 'code', open: count <= fewLines },
    el('summary', {}, texts.code),
    lines.value.map(({ place, code }) => el('figure', {}, el('figcaption', {}, place), el('pre', { tabindex: 0, 'aria-label': place }, el('code', {}, code)))),
  );
}
