import type { VNode } from 'preact';
import { serverName as shared } from '#page';
import type { View } from '../view.ts';

/** An approach, with the colour that it has in every chart. */
export function serverName({ record }: View, name: string): VNode {
  return shared(name, record.servers);
}
