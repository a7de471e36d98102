import { signal } from '@preact/signals';
import type { Order } from '../story/order.ts';
import type { Text } from '../story/text.ts';
import { texts } from '../texts/page.ts';
import { data, language } from './page.ts';

/** Why the last order was not carried out; undefined where it was. */
export const refusal = signal<string | undefined>(undefined);

/** Asks the server for something; what came of it is told with everything else. */
export async function order(asked: Order): Promise<void> {
  refusal.value = undefined;
  try {
    const answer = await fetch('/do', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${data.token}` },
      body: JSON.stringify(asked),
    });
    if (answer.ok) return;
    refusal.value = answer.status === 409 ? ((await answer.json()) as Text)[language] : answer.status === 401 ? texts.stale : texts.failed;
  } catch {
    refusal.value = texts.unreached;
  }
}
