import { type Phase, phases, type Timeline, writeValue } from '#record';
import { layOutSpans } from '../charts/lay-out-spans.ts';
import { phaseWords } from '../texts/phase-words.ts';
import type { View } from '../view.ts';

const columns = 60;
const letters: Readonly<Record<Phase, string>> = {
  connecting: 'c',
  waiting: '.',
  served: '#',
  idle: '-',
  closing: 'x',
};

/** A timeline in letters, a line for each lane; what is too short for a column still gets one. */
export function asciiTimeline({ texts, language, say }: View, { server, lasted, lanes }: Timeline): string {
  const labelWidth = Math.max(...lanes.map(({ label }) => say(label).length), 0) + 2;
  const place = (ms: number): number => Math.round((ms / (lasted > 0 ? lasted : 1)) * columns);
  const [from, to] = [writeValue(0, 'ms', language), writeValue(lasted, 'ms', language)];
  const line = (side: 'client' | 'server'): string[] =>
    lanes
      .filter((lane) => lane.side === side)
      .map(({ label, spans }) => {
        const cells = new Array<string>(columns).fill(' ');
        for (const { span, from: start, to: end } of layOutSpans(spans, place, 1))
          cells.fill(letters[span.phase], start, end);
        return `${say(label).padEnd(labelWidth)}|${cells.join('')}|`;
      });
  const used = phases.filter((phase) => lanes.some(({ spans }) => spans.some((span) => span.phase === phase)));
  const words = phaseWords(texts, lanes);
  return [
    '```text',
    `${' '.repeat(labelWidth)} ${from}${to.padStart(columns - from.length)}`,
    texts.timeline.clients,
    ...line('client'),
    `${texts.timeline.server}: ${server}`,
    ...line('server'),
    '',
    used.map((phase) => `${letters[phase]} ${words[phase]}`).join('   '),
    '```',
  ].join('\n');
}
