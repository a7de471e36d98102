import { signal } from '@preact/signals';
import type { Order } from '../story/order.ts';
import type { Text } from '../story/text.ts';
import { data, inPageLanguage, language } from './page.ts';

/** Why the last order was not carried out; undefined where it was. */
export const refusal = signal<string | undefined>(undefined);

const words = inPageLanguage({
  en: { unreached: 'The server of this page is not reached; start it again with npm run live.' },
  'pt-BR': { unreached: 'O servidor desta página não responde; inicie-o de novo com npm run live.' },
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
    refusal.value = answer.status === 409 ? ((await answer.json()) as Text)[language] : (await answer.text()).trim();
  } catch {
    refusal.value = words.unreached;
  }
}
