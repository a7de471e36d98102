import { littleMotion } from './page.ts';

/** In a panel: with more, nobody could follow. */
const most = 16;
const duration = 250;

/** Where each client stood. */
export type Stood = ReadonlyMap<string, { readonly where: string; readonly rect: DOMRect }>;

/** Where clients stand: to be asked before anything is changed, and once for all panels, so that nothing is laid out for it. */
export function standing(panels: Element | null): Stood {
  const all = littleMotion.matches ? [] : chipsIn(panels);
  return new Map(all.map(([name, chip]) => [name, { where: whereOf(chip), rect: chip.getBoundingClientRect() }]));
}

/** Has whoever went to another place since then go there before one's eyes. */
export function glide(panels: Element | null, before: Stood): void {
  if (before.size === 0) return;
  for (const [name, chip] of chipsIn(panels)) {
    const from = before.get(name);
    if (from === undefined || from.where === whereOf(chip)) continue;
    const { left, top } = chip.getBoundingClientRect();
    const transform = `translate(${from.rect.left - left}px, ${from.rect.top - top}px)`;
    chip.animate([{ transform, zIndex: 1 }, { transform: 'none', zIndex: 1 }], { duration, easing: 'ease-in-out' });
  }
}

/** Of panels with few, by name. */
function chipsIn(panels: Element | null): (readonly [string, HTMLElement])[] {
  return [...(panels?.children ?? [])].flatMap((panel) => {
    // It knows its length: to ask for that with every frame costs nothing.
    const chips = panel.getElementsByClassName('chip') as HTMLCollectionOf<HTMLElement>;
    const server = (panel as HTMLElement).dataset['server'] ?? '';
    return chips.length > most ? [] : Array.from(chips, (chip) => [`${server} ${chip.dataset['client'] ?? ''}`, chip] as const);
  });
}

function whereOf(chip: HTMLElement): string {
  return `${chip.dataset['place'] ?? ''} ${chip.closest<HTMLElement>('[data-box]')?.dataset['box'] ?? ''}`;
}
