import { expect, test } from '@jest/globals';
import type { Lesson } from '../lessons/lesson.ts';
import { part1 } from '../lessons/part-1.ts';
import { carryOut, runLesson } from './carry-out.ts';
import { Stage } from './stage.ts';

test('runLesson() has a lesson do nothing more when another run has begun', async () => {
  const stage = new Stage(new Map());
  const goesOn = Promise.withResolvers<undefined>();
  const went = Promise.withResolvers<unknown>();
  const lesson: Lesson = {
    ...part1,
    servers: [],
    async play(own) {
      await goesOn.promise;
      try {
        own.leave();
        went.resolve('it went on');
      } catch (error) {
        went.resolve(error);
        throw error;
      }
    },
  };
  await runLesson(stage, lesson, 0);
  expect([stage.scene.lesson, stage.scene.said]).toEqual(['part-1', 0]);
  stage.begin();
  goesOn.resolve(undefined);
  expect(await went.promise).toMatchObject({ message: 'Another run has begun.' });
  expect(stage.scene.failed).toBeUndefined();
  await stage.close();
});

test('runLesson() tells why a lesson could not be carried through', async () => {
  const stage = new Stage(new Map());
  const lesson: Lesson = { ...part1, servers: [], play: (own) => own.client('nobody', { messages: [] }).then(() => undefined) };
  await runLesson(stage, lesson, 0);
  const { failed } = await stage.until((scene) => scene.failed !== undefined && scene);
  expect(failed).toEqual({ en: 'nobody does not listen now; start it first.', 'pt-BR': 'nobody não está escutando agora; inicie-o antes.' });
  await stage.close();
});

test('carryOut() lets nothing change a lesson that runs, and begins a run of its own after one', async () => {
  const stage = new Stage(new Map());
  const over = Promise.withResolvers<undefined>();
  await runLesson(stage, { ...part1, servers: [], play: () => over.promise }, 0);
  await expect(carryOut(stage, { do: 'leave' })).rejects.toThrow('A lesson is running');
  over.resolve(undefined);
  await stage.until(({ done }) => done !== undefined);
  const { recording } = stage;
  await carryOut(stage, { do: 'leave' });
  expect(stage.recording).not.toBe(recording);
  expect(stage.scene.lesson).toBeUndefined();
  await carryOut(stage, { do: 'leave' });
  await stage.close();
});
