import type { Lesson, Stage as StageOfLessons } from '../lessons/lesson.ts';
import { lessons } from '../lessons/lessons.ts';
import type { Order } from '../story/order.ts';
import { both, type Text } from '../story/text.ts';
import type { Stage } from './stage.ts';
import { StageError } from './stage-error.ts';

const lessonRuns = new StageError('A lesson is running; wait until it is over, or begin anew.', 'Uma lição está em execução; espere terminar, ou recomece.');

/** Does what is asked for. What would change a lesson that runs is refused, and after one it belongs to a run of its own. @throws StageError */
export async function carryOut(stage: Stage, order: Order): Promise<void> {
  const { lesson: before, done, failed } = stage.scene;
  if (before !== undefined && !['lesson', 'show', 'clear'].includes(order.do)) {
    if (done === undefined && failed === undefined) throw lessonRuns;
    stage.begin();
  }
  switch (order.do) {
    case 'lesson': {
      const lesson = lessons.find(({ id }) => id === order.lesson);
      if (lesson === undefined) throw new StageError('There is no such lesson.', 'Não existe essa lição.');
      return runLesson(stage, lesson, order.said);
    }
    case 'show':
      return stage.show(order.servers);
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
      return stage.harm(order.server, order.how);
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

/** The stage as a lesson has it: who asks it for something when the run is over gets an error, and the next run is left alone. */
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
