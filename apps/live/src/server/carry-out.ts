import { lessons } from '../lessons/lessons.ts';
import type { Order } from '../story/order.ts';
import { runLesson } from './run-lesson.ts';
import type { Stage } from './stage.ts';
import { StageError } from './stage-error.ts';

/** Does what is asked for. @throws StageError */
export async function carryOut(stage: Stage, order: Order): Promise<void> {
  switch (order.do) {
    case 'lesson': {
      const lesson = lessons.find(({ id }) => id === order.lesson);
      if (lesson === undefined) throw new StageError('There is no such lesson.', 'Não existe essa lição.');
      await runLesson(stage, lesson, order.said);
      return;
    }
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
