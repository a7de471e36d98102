const waits = new WeakMap<NodeJS.WritableStream, Promise<void>>();

/**
 * Resolves when a stream, of which `write` has said that it is full, takes more. One that failed or was closed takes, and
 * loses, anything.
 */
export function writableAgain(stream: NodeJS.WritableStream): Promise<void> {
  const waiting = waits.get(stream);
  if (waiting !== undefined) return waiting;
  const promise = new Promise<void>((resolve) => {
    const again = (): void => {
      waits.delete(stream);
      for (const event of events) stream.off(event, again);
      resolve();
    };
    for (const event of events) stream.on(event, again);
  });
  waits.set(stream, promise);
  return promise;
}

const events = ['drain', 'error', 'close'] as const;
