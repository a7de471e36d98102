import { quantity } from '#record';
import type { VNode } from 'preact';
import type { View } from '../view.ts';
import { figure } from './figure.ts';

/** How much of the machine others used around the run. */
export function busy(view: View): (string | VNode)[] {
  const { busy: shares } = view.record.environment;
  const { busyBefore, busyAfter, unknown } = view.texts.environment;
  if (shares === undefined) return [unknown];
  return [
    `${busyBefore} `,
    figure(view, quantity(shares.before, 'share')),
    `, ${busyAfter} `,
    figure(view, quantity(shares.after, 'share')),
  ];
}
