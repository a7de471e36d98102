import type { Span } from '../moments.ts';

/** The spans of a timeline that the page drew. */
export function spansIn(svg: SVGSVGElement): readonly Span[] {
  return [...svg.querySelectorAll<SVGElement>('.span[data-word]')].map((element) => {
    const lane = element.closest<SVGElement>('[data-lane]');
    return {
      lane: lane?.dataset['lane'] ?? '',
      server: lane?.dataset['server'],
      phase: element.dataset['word'] ?? '',
      from: numberIn(element, 'from'),
      to: numberIn(element, 'to'),
    };
  });
}

/**
 * Gives what hides all that is later than a time, in ms, at which a line stands. At the end, the drawing is as it was.
 *
 * @param name the one in the page for what cuts the spans off
 */
export function hiderOf(svg: SVGSVGElement, name: string): (time: number) => void {
  const lasted = numberIn(svg, 'lasted');
  const left = numberIn(svg, 'left');
  const width = numberIn(svg, 'right') - left;
  const top = numberIn(svg, 'top');
  const bottom = numberIn(svg, 'bottom');
  const timed = [...svg.querySelectorAll<SVGElement>('[data-from]')].map((element) => ({
    element,
    from: numberIn(element, 'from'),
    to: numberIn(element, 'to'),
  }));
  const past = svgElement('rect', { x: left - 1, y: top, height: bottom - top });
  const clip = svgElement('clipPath', { id: name });
  clip.append(past);
  const playhead = svgElement('line', { class: 'replay-playhead', y1: top, y2: bottom });

  return (time) => {
    const whole = time >= lasted;
    if (whole) {
      clip.remove();
      playhead.remove();
    } else if (!playhead.isConnected) svg.append(clip, playhead);
    const x = (width * time) / lasted;
    setAttributes(past, { width: x + 1 });
    setAttributes(playhead, { x1: left + x, x2: left + x });
    for (const { element, from, to } of timed) {
      const begun = time >= from;
      setAttributes(element, {
        visibility: whole || begun ? undefined : 'hidden',
        'clip-path': whole || !begun || time >= to ? undefined : `url(#${name})`,
      });
    }
  };
}

function numberIn({ dataset }: SVGElement, name: string): number {
  return Number(dataset[name]);
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

function svgElement(tag: string, attributes: Attributes): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(element, attributes);
  return element;
}

function setAttributes(element: SVGElement, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  }
}
