import { littleMotion } from './page.ts';

/** On the page: with more, nobody could follow. */
const most = 24;
const duration = 250;

/** Where each client stood. */
export type Stood = ReadonlyMap<string, { readonly where: string; readonly rect: DOMRect }>;

/** Where clients stand: to be asked before anything is changed, so that nothing is laid out for it. */
export function standing(panels: Element | null): Stood {
  const all = littleMotion.matches ? [] : chipsIn(panels);
  return new Map(all.map((chip) => [nameOf(chip), { where: whereOf(chip), rect: chip.getBoundingClientRect() }]));
}

/** Has whoever went to another place since then go there before one's eyes. */
export function glide(panels: Element | null, before: Stood): void {
  if (before.size === 0) return;
  for (const chip of chipsIn(panels)) {
    const from = before.get(nameOf(chip));
    if (from === undefined || from.where === whereOf(chip)) continue;
    const { left, top } = chip.getBoundingClientRect();
    const transform = `translate(${from.rect.left - left}px, ${from.rect.top - top}px)`;
    chip.animate([{ transform, zIndex: 1 }, { transform: 'none', zIndex: 1 }], { duration, easing: 'ease-in-out' });
  }
}

/** None where there are too many. */
function chipsIn(panels: Element | null): readonly HTMLElement[] {
  // It knows its length: to ask for that with every frame costs nothing.
  const chips = panels?.getElementsByClassName('chip') as HTMLCollectionOf<HTMLElement> | undefined;
  return chips === undefined || chips.length > most ? [] : [...chips];
}

function nameOf(chip: HTMLElement): string {
  return `${chip.closest<HTMLElement>('.panel')?.dataset['server'] ?? ''} ${chip.dataset['client'] ?? ''}`;
}

function whereOf(chip: HTMLElement): string {
  return `${chip.dataset['place'] ?? ''} ${chip.closest<HTMLElement>('[data-box]')?.dataset['box'] ?? ''}`;
}
