// For what is bundled for a browser: of `index.ts`, what needs nothing of Node.

export { type Attributes, el, px } from './element.ts';
export { seriesClass, serverPlace } from './series-class.ts';
export { serverName } from './server-name.ts';
