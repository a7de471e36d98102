import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { el } from '#page/browser';
import type { Order } from '../story/order.ts';
import type { Server } from '../story/scene.ts';
import { words } from '../texts/panel.ts';
import { button } from './fields.ts';
import { order } from './order.ts';

interface ControlsProps extends Pick<Server, 'name' | 'state'> {
  readonly replayed: boolean;
}

/** What may be done to a server; nothing of it to what is over. */
export function serverControls({ name, state, replayed }: ControlsProps): VNode {
  return useMemo(() => {
    const act = (text: string, asked: Order): VNode =>
      button(text, replayed || state === 'starting', () => void order(asked), words.doTo(text, name));
    const harm = (text: string, how: 'end' | 'hang' | 'throw'): VNode => act(text, { do: 'harm', server: name, how });
    // Those do as a message asks them.
    const obeys = name.startsWith('server-') && !name.includes('--framing chunk');
    return el('div', { class: 'orders' },
      state === 'down'
        ? act(words.start, { do: 'start', server: name })
        : [harm(words.kill, 'end'), obeys && harm(words.hang, 'hang'), obeys && harm(words.throw, 'throw'), act('SIGTERM', { do: 'terminate', server: name })],
    );
  }, [name, state, replayed]);
}
