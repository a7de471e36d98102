import { type Histogram } from './histogram.ts';
import { stepsPerMs } from './load-plan.ts';

/** When the messages of one connection were sent that are not answered yet: replies come in the order of the messages. */
export class SendTimes {
  readonly #times: Float64Array;
  #sent = 0;
  #answered = 0;

  /** @param inFlight how many are ever due at a time */
  constructor(inFlight: number) {
    this.#times = new Float64Array(inFlight);
  }

  /** @param at ms on any clock that the answers are told on, too */
  sent(count: number, at: number): void {
    for (let index = 0; index < count; index++) this.#times[this.#sent++ % this.#times.length] = at;
  }

  /** Records how long the next `count` took. */
  answered(count: number, at: number, histogram: Histogram): void {
    for (let index = 0; index < count; index++) {
      const sent = this.#times[this.#answered++ % this.#times.length] ?? at;
      histogram.record((at - sent) * stepsPerMs);
    }
  }
}
