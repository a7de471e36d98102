/**
 * What a promise brings, if it settles in time.
 *
 * @param patience ms
 * @throws what `late` makes, when it does not
 */
export async function within<T>(promise: Promise<T>, patience: number, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(late());
    }, patience);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
