import { expect, test } from '@jest/globals';
import { seriesColours } from './series-colours.ts';
import { contrast } from './testing/contrast.ts';
import { colours, type Shade } from './theme.ts';

const modes = ['light', 'dark'] as const;
const readable: readonly (readonly [string, Shade, Shade])[] = [
  ...(['ink', 'soft', 'link', 'good', 'partly', 'bad'] as const).map(
    (name) => [name, colours[name], colours.page] as const,
  ),
  ...(['ink', 'soft', 'link'] as const).map((name) => [`${name} on a panel`, colours[name], colours.panel] as const),
  ...(['good', 'partly', 'bad'] as const).map(
    (name) => [`${name} on its panel`, colours[name], colours[`${name}-panel`]] as const,
  ),
  ...(['partly-panel', 'bad-panel'] as const).flatMap((panel) =>
    (['ink', 'soft', 'link'] as const).map((name) => [`${name} on ${panel}`, colours[name], colours[panel]] as const),
  ),
  ...(['removed', 'added', 'removed-word', 'added-word'] as const).flatMap((ground) =>
    (['ink', 'soft'] as const).map((name) => [`${name} on ${ground}`, colours[name], colours[ground]] as const),
  ),
  ...seriesColours.map((shade, index) => [`series ${index}`, shade, colours.page] as const),
  ...(['waiting-base', 'served-base'] as const).map((name) => [`ink on ${name}`, colours.ink, colours[name]] as const),
];
const seen: readonly (readonly [string, Shade, Shade])[] = (
  ['connecting', 'waiting', 'served', 'idle', 'closing'] as const
).map((name) => [name, colours[name], colours.page]);

// WCAG 2.2, 1.4.3 and 1.4.11.
test.each(readable)('colours: %s can be read', (_, text, ground) => {
  for (const mode of modes) expect(contrast(text[mode], ground[mode])).toBeGreaterThanOrEqual(4.5);
});

test.each(seen)('colours: %s can be seen', (_, drawn, ground) => {
  for (const mode of modes) expect(contrast(drawn[mode], ground[mode])).toBeGreaterThanOrEqual(3);
});

test('contrast() knows black on white, and grey that is too pale', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#999999', '#ffffff')).toBeLessThan(4.5);
});
