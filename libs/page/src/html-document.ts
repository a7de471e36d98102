import { createHash } from 'node:crypto';

export interface HtmlDocument {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  /** The only style that is used. */
  readonly style: string;
  /** The only script that may run, a module; none by default. */
  readonly script?: string | undefined;
  /** Whether the script may ask the server that the page came from; it may not by default. */
  readonly asks?: boolean;
  /** The element `body`, as HTML. */
  readonly body: string;
}

/** A page whose policy lets in its own style and script, by their hashes, and nothing from elsewhere. */
export function htmlDocument({ language, title, style, script, asks = false, body }: HtmlDocument): string {
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    ...(asks ? ["connect-src 'self'"] : []),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
${body}
${script === undefined ? '' : `<script type="module">${script}</script>\n`}</html>
`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
