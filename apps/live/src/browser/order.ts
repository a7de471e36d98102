import { signal } from '@preact/signals';
import type { Order } from '../story/order.ts';
import type { Text } from '../story/text.ts';
import { data, inPageLanguage, language } from './page.ts';

/** Why the last order was not carried out; undefined where it was. */
export const refusal = signal<string | undefined>(undefined);

const words = inPageLanguage({
  en: {
    unreached: 'The server of this page is not reached; start it again with npm run live.',
    stale: 'This page is of a server that was started anew since; load it again.',
    failed: 'The server could not do it; its terminal may say why.',
  },
  'pt-BR': {
    unreached: 'O servidor desta página não responde; inicie-o de novo com npm run live.',
    stale: 'Esta página é de um servidor que foi reiniciado desde então; recarregue-a.',
    failed: 'O servidor não conseguiu fazer isso; o terminal dele talvez diga por quê.',
  },
});

/** Asks the server for something; what came of it is told with everything else. */
export async function order(asked: Order): Promise<void> {
  refusal.value = undefined;
  try {
    const answer = await fetch('/do', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-echo-live': data.token },
      body: JSON.stringify(asked),
    });
    if (answer.ok) return;
    refusal.value = answer.status === 409 ? ((await answer.json()) as Text)[language] : answer.status === 403 ? words.stale : words.failed;
  } catch {
    refusal.value = words.unreached;
  }
}
