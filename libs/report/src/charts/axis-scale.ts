import type { Language } from '#command-line';
import { numberText, type Unit, writeValue } from '#record';
import { scaleLinear, scaleLog } from 'd3-scale';
import { textWidth } from './text-width.ts';
import { writtenUnit } from './written-unit.ts';

export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** Where values lie along one axis of a drawing. */
export interface AxisScale {
  /** The pixel of a value; what the axis cannot hold, such as 0 on a logarithmic one, lies at its beginning. */
  readonly place: (value: number) => number;
  readonly ticks: readonly Tick[];
  /** The unit of the ticks where they do not carry it; else empty. */
  readonly unit: string;
}

interface AxisScaleOptions {
  readonly unit: Unit;
  readonly scale: 'linear' | 'log';
  readonly values: readonly number[];
  /** The pixels of its beginning and its end. */
  readonly from: number;
  readonly to: number;
  readonly language: Language;
  /** Whether the values themselves make the ticks where there is room: what was tried, rather than round numbers. */
  readonly ticksAtValues?: boolean;
  /** About so many ticks. */
  readonly count?: number;
  /** Whether it ends with the largest value rather than with the next round number. */
  readonly exact?: boolean;
}

/** A scale that begins at 0, or with what was tried; or a logarithmic one where that is asked for and there is a value above 0. */
export function axisScale(options: AxisScaleOptions): AxisScale {
  if (options.unit === 'percentile') return percentileScale(options);
  const positive = options.values.filter((value) => value > 0);
  return options.scale === 'log' && positive.length > 0 ? logScale(options, positive) : linearScale(options);
}

function linearScale({
  unit,
  values,
  from,
  to,
  language,
  ticksAtValues = false,
  count = 5,
  exact = false,
}: AxisScaleOptions): AxisScale {
  const first = ticksAtValues ? Math.min(...values) : Math.min(0, ...values);
  const [least, most] = [Number.isFinite(first) ? first : 0, Math.max(...values, 0)];
  const { divisor, sign, name } = writtenUnit(unit, most);
  const scale = scaleLinear([least / divisor, (most > least ? most : least + divisor) / divisor], [from, to]);
  const write = (value: number): string => `${numberText(value, language, { maximumSignificantDigits: 4 })}${sign}`;
  const place = (value: number): number => scale(value / divisor);
  if (ticksAtValues) {
    const ticks = distinct(values).map((value) => ({ at: place(value), text: write(value / divisor) }));
    if (fit(ticks)) return { place, ticks, unit: name };
  } else if (!exact) {
    const [, end = most / divisor] = scale.nice(count).domain();
    // A hair below 0, as of a difference that is none, is not to take a round number's room.
    if (least < 0) scale.domain([least / divisor, end]);
  }
  const choices = Array.from({ length: count }, (_, less) =>
    scale.ticks(count - less).map((value) => ({ at: scale(value), text: write(value) })),
  );
  return { place, ticks: choices.find((ticks) => fit(ticks, from > to)) ?? choices.at(-1) ?? [], unit: name };
}

function logScale(
  { unit, from, to, language, ticksAtValues = false }: AxisScaleOptions,
  values: readonly number[],
): AxisScale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = ticksAtValues ? 1 : 1.25;
  const scale = scaleLog([least / room, (most > least ? most : least * 10) * room], [from, to]).clamp(true);
  const place = (value: number): number => scale(value > 0 ? value : least / room);
  const tick = (value: number): Tick => ({ at: place(value), text: writeValue(value, unit, language) });
  const [first, last] = scale.domain() as [number, number];
  const choices = [
    ...(ticksAtValues ? [distinct(values)] : []),
    ...(last / first < 200 ? [steps([1, 2, 5], first, last)] : []),
    steps([1], first, last),
    steps([1], first, last).filter((_, index) => index % 2 === 0),
  ].map((choice) => choice.map(tick));
  return {
    place,
    ticks: choices.find((ticks) => ticks.length > 1 && fit(ticks, from > to)) ?? choices.at(-1) ?? [],
    unit: '',
  };
}

/** The percentiles that engineers ask for. */
export const percentiles: readonly number[] = [50, 90, 99, 99.9, 99.99, 99.999];

/** By how rare it is that something lies above: so that the tail, a hundredth of all, is not a hundredth of the axis. */
function percentileScale({ from, to, language, values }: AxisScaleOptions): AxisScale {
  const oneIn = (percent: number): number => 100 / (100 - percent);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const scale = scaleLog([oneIn(least), oneIn(most > least ? most : least + (100 - least) / 2)], [from, to]).clamp(true);
  const place = (percent: number): number => scale(oneIn(percent));
  const ticks = percentiles
    .filter((percent) => percent >= least && percent <= most)
    .map((percent) => ({ at: place(percent), text: writeValue(percent, 'percentile', language) }));
  return { place, ticks, unit: '' };
}

/** `digits` times every power of ten between first and last. */
function steps(digits: readonly number[], first: number, last: number): number[] {
  const powers = Array.from(
    { length: Math.ceil(Math.log10(last)) - Math.floor(Math.log10(first)) + 1 },
    (_, index) => index + Math.floor(Math.log10(first)),
  );
  return powers
    .flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`)))
    .filter((value) => value >= first && value <= last);
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** Whether the ticks' texts keep clear of each other, side by side or, on an upright axis, one above the other. */
function fit(ticks: readonly Tick[], upright = false): boolean {
  return ticks.every(({ at, text }, index) => {
    const before = ticks[index - 1];
    if (before === undefined) return true;
    return Math.abs(at - before.at) > (upright ? 22 : (textWidth(text) + textWidth(before.text)) / 2 + 6);
  });
}
