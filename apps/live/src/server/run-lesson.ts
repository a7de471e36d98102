import type { Lesson, Stage as StageOfLessons } from '../lessons/lesson.ts';
import { both, type Text } from '../story/text.ts';
import type { Stage } from './stage.ts';
import { StageError } from './stage-error.ts';

/**
 * Has the servers of a lesson run and begins it. It goes on by itself, tells how it went, and ends where another run begins.
 *
 * @param said the place of the answer that was given
 * @throws StageError where its servers cannot be had
 */
export async function runLesson(stage: Stage, lesson: Lesson, said: number | undefined): Promise<void> {
  stage.requireShowable(lesson.servers);
  stage.begin();
  await stage.show(lesson.servers);
  // Its time begins when all of them listen.
  const over = stage.begin({ lesson: lesson.id, ...(said !== undefined && { said }) });
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
