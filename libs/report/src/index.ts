export { onlyBench } from './only-bench.ts';
export { renderHandIn, type RenderedHandIn } from './render-hand-in.ts';
export { renderHtml } from './render-html.ts';
export { renderMarkdown } from './render-markdown.ts';
export type { ViewOptions } from './view.ts';
