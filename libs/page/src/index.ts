export { type Attributes, el, px } from './element.ts';
export { htmlDocument, type HtmlDocument } from './html-document.ts';
export { seriesClass, serverPlace } from './series-class.ts';
export { seriesColours } from './series-colours.ts';
export { serverName } from './server-name.ts';
export { colours, type Shade, themeStyle } from './theme.ts';
