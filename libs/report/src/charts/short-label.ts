import type { View } from '../view.ts';

/** A label of a chart, in which `server-async` is `async`: what all of them begin with tells nothing apart. */
export function shortLabel({ record, say }: Pick<View, 'record' | 'say'>, label: Parameters<View['say']>[0]): string {
  return record.servers
    .filter((server) => server.startsWith('server-'))
    .reduce((text, server) => text.replaceAll(server, server.slice('server-'.length)), say(label));
}
