import { bridge, bridgeTitle } from '../texts/bridge.ts';
import type { View } from '../view.ts';
import { stackingTable } from './data-table.ts';
import { disclosure } from './disclosure.ts';
import type { Section } from './section.ts';

/** For who knows the ways to serve clients by the names that courses give them. */
export function bridgeSection(view: View): Section {
  return { id: 'bridge', title: view.say(bridgeTitle), content: disclosure(view, view.say(bridge.title), stackingTable(view, bridge)) };
}
