import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { el } from '#page/browser';
import type { Server } from '../story/scene.ts';
import { words } from '../texts/panel.ts';
import { order } from './order.ts';

interface ControlsProps extends Pick<Server, 'name' | 'state'> {
  /** Ids of those that there are. */
  readonly workers: readonly number[];
  readonly replayed: boolean;
}

/** What may be done to a server; nothing of it to what is over. */
export function serverControls(props: ControlsProps): VNode {
  const [chosen, choose] = useState('');
  return useMemo(() => controlsOf(props, chosen, choose), [props.name, props.state, props.workers.join(' '), props.replayed, chosen]);
}

function controlsOf({ name, state, workers, replayed }: ControlsProps, chosen: string, choose: (worker: string) => void): VNode {
  const worker = workers.find((id) => String(id) === chosen);
  const disabled = replayed || state === 'starting';
  const button = (text: string, asked: Parameters<typeof order>[0]): VNode => {
    const onClick = (): void => void order(asked);
    return el('button', { key: text, type: 'button', disabled, 'aria-label': words.doTo(text, name), onClick }, text);
  };
  if (state === 'down') return el('div', { class: 'orders' }, button(words.start, { do: 'start', server: name }));
  const harm = (text: string, how: 'end' | 'hang' | 'throw'): VNode =>
    button(text, { do: 'harm', server: name, how, ...(worker !== undefined && { worker }) });
  // Those do as a message asks them.
  const obeys = name.startsWith('server-') && !name.includes('--framing chunk');
  const onChange = ({ currentTarget }: { readonly currentTarget: HTMLSelectElement }): void => {
    choose(currentTarget.value);
  };
  return el('div', { class: 'orders' },
    harm(words.kill, 'end'),
    obeys && harm(words.hang, 'hang'),
    obeys && harm(words.throw, 'throw'),
    workers.length > 0 &&
      el('select', { value: String(worker ?? ''), disabled, 'aria-label': words.victim(name), onChange },
        el('option', { value: '' }, words.busiest),
        workers.map((id) => el('option', { key: id, value: id }, words.worker(id))),
      ),
    button('SIGTERM', { do: 'terminate', server: name }),
  );
}
