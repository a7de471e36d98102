import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { Seats } from './seats.ts';

describe('Seats', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('take() gives as many seats as there are, and release() gives one back', () => {
    const seats = Seats.for(2);
    expect([seats.take(), seats.take(), seats.take()]).toEqual([true, true, false]);
    seats.release();
    expect([seats.take(), seats.take()]).toEqual([true, false]);
  });

  test('Seats that are shared have one limit over all places', () => {
    const main = Seats.for(3, 2);
    const [one, two] = [new Seats(main.shared, 1), new Seats(main.shared, 2)];
    expect([one.take(), two.take(), main.take(2), one.take(), two.take()]).toEqual([true, true, true, false, false]);
    expect([main.heldBy(1), main.heldBy(2)]).toEqual([1, 2]);
    two.release();
    expect(one.take()).toBe(true);
  });

  test('releaseAll() frees what one worker held, and no more', () => {
    const main = Seats.for(4, 2);
    const [one, two] = [new Seats(main.shared, 1), new Seats(main.shared, 2)];
    expect([one.take(), one.take(), two.take(), two.take(), main.take(1)]).toEqual([true, true, true, true, false]);
    main.releaseAll(1);
    expect([main.heldBy(1), main.heldBy(2)]).toEqual([0, 2]);
    expect([main.take(2), main.take(2), main.take(2)]).toEqual([true, true, false]);
    main.releaseAll(1);
    expect(main.take(1)).toBe(false);
  });

  test('leave() is known to everybody until the place is free again', () => {
    const main = Seats.for(4, 2);
    const [one, two] = [new Seats(main.shared, 1), new Seats(main.shared, 2)];
    one.leave();
    expect([main.isLeaving(1), two.isLeaving(1), main.isLeaving(2)]).toEqual([true, true, false]);
    main.releaseAll(1);
    expect(main.isLeaving(1)).toBe(false);
  });

  test('move() brings the seat of nobody to a worker, under the same limit', () => {
    const main = Seats.for(2, 2);
    const two = new Seats(main.shared, 2);
    expect([main.take(0), main.take(0), main.take(0)]).toEqual([true, true, false]);
    main.move(0, 2);
    expect([main.heldBy(0), main.heldBy(1), main.heldBy(2)]).toEqual([1, 0, 1]);
    expect(main.counts).toEqual({ active: 0, waiting: 2 });
    expect(two.take()).toBe(false);
    two.release();
    main.releaseAll(2);
    expect([main.heldBy(0), main.heldBy(2), main.counts.waiting]).toEqual([1, 0, 1]);
  });

  test('counts tells active and waiting of all threads', () => {
    const main = Seats.for(3, 2);
    const one = new Seats(main.shared, 1);
    main.take(1);
    main.take(2);
    expect(main.counts).toEqual({ active: 0, waiting: 2 });
    one.startServing();
    expect(main.counts).toEqual({ active: 1, waiting: 1 });
    one.stopServing();
    one.release();
    expect(main.counts).toEqual({ active: 0, waiting: 1 });
  });

  test('releaseAll() frees those, too, that a worker served, and those that waited for it', () => {
    const main = Seats.for(4, 2);
    const [one, two] = [new Seats(main.shared, 1), new Seats(main.shared, 2)];
    for (const seats of [one, one, two, two]) seats.take();
    for (const seats of [one, two]) seats.startServing();
    main.releaseAll(1);
    expect(main.counts).toEqual({ active: 1, waiting: 1 });
  });

  test('startLingering() has a few places for all workers together, which those of one that died give back', () => {
    const main = Seats.for(1, 2);
    const [one, two] = [new Seats(main.shared, 1), new Seats(main.shared, 2)];
    const taken = Array.from({ length: 20 }, (_, count) => (count % 2 === 0 ? one : two).startLingering());
    expect(taken.filter(Boolean)).toHaveLength(16);
    two.stopLingering();
    expect([one.startLingering(), two.startLingering()]).toEqual([true, false]);
    main.releaseAll(1);
    expect(Array.from({ length: 10 }, () => two.startLingering()).filter(Boolean)).toHaveLength(9);
  });

  /** What a worker does with a seat, from the first to the last. */
  const life = (seats: Seats): void => {
    if (!seats.take()) return;
    seats.startServing();
    seats.stopServing();
    seats.release();
    if (seats.startLingering()) seats.stopLingering();
  };

  test('no seat is lost with a thread that ends, between whichever steps', () => {
    let ended = true;
    for (let steps = 0; ended; steps++) {
      const main = Seats.for(20, 2);
      const one = new Seats(main.shared, 1);
      let left = steps;
      ended = false;
      const { add, sub } = Atomics;
      const step = (change: typeof add) => (counters: Int32Array, worker: number, count: number) => {
        if (left-- > 0) return change(counters, worker, count);
        ended = true;
        throw new Error('the thread ended here');
      };
      jest.spyOn(Atomics, 'add').mockImplementation(step(add) as typeof add);
      jest.spyOn(Atomics, 'sub').mockImplementation(step(sub) as typeof sub);
      try {
        life(one);
      } catch {
        // It ended.
      }
      jest.restoreAllMocks();
      main.releaseAll(1);
      expect(main.counts).toEqual({ active: 0, waiting: 0 });
      expect(Array.from({ length: 21 }, () => main.take(2)).filter(Boolean)).toHaveLength(20);
      expect(Array.from({ length: 17 }, () => main.startLingering(2)).filter(Boolean)).toHaveLength(16);
    }
  });

  test('of two that ask for the last seat at once, one gets it', () => {
    const main = Seats.for(1, 2);
    const [one, two] = [new Seats(main.shared, 1), new Seats(main.shared, 2)];
    const { add, sub } = Atomics;
    // Each has added its own before either looks; then the first looks again before the second gives up.
    let beside: (() => void) | undefined = () => add(main.shared.held, 2, 1);
    jest.spyOn(Atomics, 'add').mockImplementation(((...of: Parameters<typeof add>) => {
      const before = add(...of);
      beside?.();
      beside = undefined;
      return before;
    }));
    jest.spyOn(Atomics, 'sub').mockImplementation(((...of: Parameters<typeof sub>) => {
      const before = sub(...of);
      sub(main.shared.held, 2, 1);
      jest.restoreAllMocks();
      return before;
    }));
    expect([one.take(), two.take()]).toEqual([true, false]);
    expect(main.counts.waiting).toBe(1);
  });
});
