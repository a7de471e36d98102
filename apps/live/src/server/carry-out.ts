import type { Order } from '../story/order.ts';
import type { Stage } from './stage.ts';

/** Does what is asked for, but for lessons. @throws StageError */
export async function carryOut(stage: Stage, order: Exclude<Order, { do: 'lesson' }>): Promise<void> {
  switch (order.do) {
    case 'show':
      stage.requireShowable(order.servers);
      stage.begin();
      await stage.show(order.servers);
      return;
    case 'start':
      await stage.start(order.server);
      return;
    case 'clients': {
      const { servers, count, hold, messages, every, ask, ms, role } = order;
      const visit = { messages: Array(messages).fill({ ask, ms }), every, hold: hold ?? Infinity, ...(role !== undefined && { role }) };
      for (let n = 0; n < count; n += 1) await Promise.all(servers.map((name) => stage.client(name, visit)));
      return;
    }
    case 'harm':
      await stage.harm(order.server, order.how, order.worker);
      return;
    case 'terminate':
      stage.terminate(order.server);
      return;
    case 'leave':
      stage.leave();
      return;
    case 'clear':
      stage.begin();
  }
}
