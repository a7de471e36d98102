import type { Language } from '#command-line';
import { htmlDocument, themeStyle } from '#page';
import { replayScript, replayStyle } from '../index.ts';

type SampleSpan = readonly [phase: 'connecting' | 'waiting' | 'served' | 'closing', from: number, to: number];

export interface Sample {
  readonly caption: string;
  readonly lasted: number;
  readonly lanes: readonly { readonly lane: string; readonly server?: string; readonly spans: readonly SampleSpan[] }[];
}

export const hold: Sample = {
  caption: 'Two clients that hold 300 ms',
  lasted: 604,
  lanes: [
    {
      lane: 'client 1',
      server: 'server-serial',
      spans: [['connecting', 0, 0.4], ['served', 0.4, 302.1], ['closing', 302.1, 302.6]],
    },
    {
      lane: 'client 2',
      server: 'server-serial',
      spans: [['connecting', 0.2, 0.6], ['waiting', 0.6, 302.1], ['served', 302.1, 603.2]],
    },
    { lane: 'client 1', server: 'server-async', spans: [['connecting', 0, 0.5], ['served', 0.5, 301.7]] },
    { lane: 'client 2', server: 'server-async', spans: [['connecting', 0.2, 0.7], ['served', 0.7, 301.8]] },
  ],
};

export const brief: Sample = {
  caption: 'One message',
  lasted: 2,
  lanes: [{ lane: 'client 1', spans: [['connecting', 0.1, 0.35], ['served', 0.35, 2]] }],
};

/** A page that has what the script asks for: timelines drawn for wide and for narrow screens. */
export function samplePage(language: Language, samples: readonly Sample[]): string {
  const figures = samples.map(
    (sample) => `<figure data-replay><figcaption>${sample.caption}</figcaption>
${drawing(sample, { name: 'wide', width: 960, left: 200, step: 28, barAt: 4, labelAt: 18 })}
${drawing(sample, { name: 'narrow', width: 360, left: 2, step: 40, barAt: 18, labelAt: 14 })}
</figure>`,
  );
  return htmlDocument({
    language,
    title: 'Replay',
    style: themeStyle() + style + replayStyle,
    script: replayScript(language),
    body: `<body><main><h1>Replay</h1>${figures.join('')}</main></body>`,
  });
}

interface SampleLayout {
  readonly name: string;
  readonly width: number;
  readonly left: number;
  /** From lane to lane; in it, its bars and its label. */
  readonly step: number;
  readonly barAt: number;
  readonly labelAt: number;
}

function drawing({ caption, lasted, lanes }: Sample, { name, width, left, step, barAt, labelAt }: SampleLayout): string {
  const right = width - 16;
  const place = (ms: number): number => left + ((right - left) * ms) / lasted;
  const rows = lanes.map(({ lane, server, spans }, index) => {
    const bars = spans.map(([phase, from, to]) => {
      const rect = `x="${place(from)}" y="${index * step + barAt}" width="${Math.max(place(to) - place(from), 3)}"`;
      const data = `data-word="${phase}" data-from="${from}" data-to="${to}"`;
      return `<g class="span ${phase}" ${data}><rect ${rect} height="20"/></g>`;
    });
    const data = `data-lane="${lane}"${server === undefined ? '' : ` data-server="${server}"`}`;
    const label = `<text x="0" y="${index * step + labelAt}">${lane} ${server ?? ''}</text>`;
    return `<g class="lane" ${data}>${label}${bars.join('')}</g>`;
  });
  const bottom = lanes.length * step;
  const data = `data-lasted="${lasted}" data-left="${left}" data-right="${right}" data-top="0" data-bottom="${bottom}"`;
  return `<svg class="${name}" viewBox="0 0 ${width} ${bottom + 4}" role="img" aria-label="${caption}" ${data}>
<g class="lanes">${rows.join('')}</g></svg>`;
}

const phaseStyle = ['connecting', 'waiting', 'served', 'closing']
  .map((phase) => `.${phase} rect { fill: var(--${phase}-base); stroke: var(--${phase}); }`)
  .join('\n');

const style = `
body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--page); color: var(--ink); font-family: var(--text); }
figure { margin: 0 0 2rem; }
figcaption { margin-bottom: 0.85rem; font-weight: 650; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--ink); font-size: 12.5px; }
${phaseStyle}
.narrow { display: none; }
@media screen and (max-width: 44rem) { .narrow { display: block; } .wide { display: none; } }
`;
