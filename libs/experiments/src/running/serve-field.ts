import type { Fallen } from '#record';
import { Field, noneLeft, type Runner } from './field.ts';
import type { Lab } from './lab.ts';
import type { LabServer } from './lab-server.ts';
import type { Start } from './serve-all.ts';

/**
 * Starts several servers, all at the same time, for an experiment in which strangers take part: one that cannot be started,
 * or fails later, is taken out of the field, and the others go on. Who broke the contract before is not even started.
 *
 * @param use lets them take turns; those that stand and those that fell in it are in the field
 * @throws ExperimentError where none is left
 */
export async function serveField<T>(lab: Lab, starts: readonly Start[], use: (field: Field) => Promise<T>): Promise<T> {
  const over = Promise.withResolvers<undefined>();
  const served: Promise<unknown>[] = [];
  const fallen: Fallen[] = [];
  const begin = async (start: Start): Promise<Runner | undefined> => {
    const { name } = start.approach;
    const breach = lab.breaches.get(name);
    if (breach !== undefined) {
      fallen.push({ server: name, reason: breach });
      return undefined;
    }
    const started = Promise.withResolvers<LabServer>();
    const left = Promise.withResolvers<undefined>();
    const serving = lab.serve(start.approach, start.flags, (server) => {
      started.resolve(server);
      return Promise.race([over.promise, left.promise]);
    });
    served.push(serving);
    // Where it doesn't fail, it outlives the use.
    const failed = serving.then(() => new Promise<never>(() => undefined));
    const leave = (): void => {
      left.resolve(undefined);
    };
    try {
      return { ...start, server: await Promise.race([started.promise, failed]), failed, leave };
    } catch (error) {
      if (lab.signal.aborted) throw error;
      fallen.push({ server: name, reason: lab.describe(error) });
      return undefined;
    }
  };
  try {
    const all = (await Promise.all(starts.map(begin))).filter((one) => one !== undefined);
    if (all.length === 0) throw noneLeft(fallen);
    return await use(new Field(lab, all, fallen));
  } finally {
    over.resolve(undefined);
    await Promise.allSettled(served);
  }
}
