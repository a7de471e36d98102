import { momentsOf } from '../moments.ts';
import { type Texts, wordsFor } from '../words.ts';
import { hiderOf, spansIn } from './drawing.ts';
import { playerOf } from './player.ts';

/** In the language of the page: they stand before this in the script. */
declare const texts: Texts;

/** Gives a figure its controls. All its drawings show the same time. */
function replay(figure: HTMLElement, index: number): void {
  const drawings = [...figure.querySelectorAll<SVGSVGElement>('svg[data-lasted]')];
  const [drawing] = drawings;
  if (drawing === undefined) return;
  const hiders = drawings.map((svg, at) => hiderOf(svg, `replay-${index}-${at}`));
  const lasted = Number(drawing.dataset['lasted']);
  const { bar } = playerOf({
    texts,
    moments: momentsOf(spansIn(drawing)),
    lasted,
    say: wordsFor(texts, lasted).moment,
    show: (time) => {
      for (const hide of hiders) hide(time);
    },
  });
  const caption = figure.querySelector('figcaption');
  if (caption === null) figure.prepend(bar);
  else caption.after(bar);
}

for (const [index, figure] of document.querySelectorAll<HTMLElement>('figure[data-replay]').entries()) {
  replay(figure, index);
}
