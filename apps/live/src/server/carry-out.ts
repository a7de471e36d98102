import type { Lesson, Stage as StageOfLessons } from '../lessons/lesson.ts';
import { lessons } from '../lessons/lessons.ts';
import type { Order } from '../story/order.ts';
import { both, type Text } from '../story/text.ts';
import type { Stage } from './stage.ts';
import { StageError } from './stage-error.ts';

/** Does what is asked for. @throws StageError */
export async function carryOut(stage: Stage, order: Order): Promise<unknown> {
  switch (order.do) {
    case 'lesson': {
      const lesson = lessons.find(({ id }) => id === order.lesson);
      if (lesson === undefined) throw new StageError('There is no such lesson.', 'Não existe essa lição.');
      return runLesson(stage, lesson, order.said);
    }
    case 'show':
      return stage.show(order.servers);
    case 'start':
      return stage.start(order.server);
    case 'clients': {
      const { servers, count, hold, messages, every, ask, ms, role } = order;
      const visit = { messages: Array(messages).fill({ ask, ms }), every, hold: hold ?? Infinity, ...(role !== undefined && { role }) };
      for (let n = 0; n < count; n += 1) await Promise.all(servers.map((name) => stage.client(name, visit)));
      return undefined;
    }
    case 'harm':
      return stage.harm(order.server, order.how);
    case 'terminate':
      stage.terminate(order.server);
      return undefined;
    case 'leave':
      stage.leave();
      return undefined;
    case 'clear':
      return stage.begin();
  }
}

/**
 * Has the servers of a lesson run and begins it. It goes on by itself, tells how it went, and ends where another run begins.
 *
 * @param said the place of the answer that was given
 * @throws StageError where its servers cannot be had
 */
export async function runLesson(stage: Stage, lesson: Lesson, said: number): Promise<void> {
  await stage.show(lesson.servers);
  // Its time begins when all of them listen.
  const over = stage.begin({ lesson: lesson.id, said });
  const play = async (): Promise<void> => {
    try {
      await lesson.play(duringRun(stage, over));
      if (!over.aborted) stage.tell({ kind: 'done' });
    } catch (error) {
      if (!over.aborted) stage.tell({ kind: 'failed', reason: reasonOf(error) });
    }
  };
  void play();
}

/** The stage as a lesson has it, which can do nothing more when its run is over. */
function duringRun(stage: Stage, over: AbortSignal): StageOfLessons {
  return new Proxy(stage, {
    get(_, name): unknown {
      over.throwIfAborted();
      const found: unknown = Reflect.get(stage, name);
      return typeof found === 'function' ? found.bind(stage) : found;
    },
  });
}

function reasonOf(error: unknown): Text {
  if (error instanceof StageError) return error.text;
  const text = error instanceof Error ? error.message : String(error);
  return both(text, text);
}
