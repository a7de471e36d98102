import { batch, computed, signal } from '@preact/signals';
import type { Entry } from '../story/entry.ts';
import { Recording } from '../story/recording.ts';
import { Scene, type SceneData } from '../story/scene.ts';

/** Everything that is known by now, whatever is shown. Another object with every frame in which something was learnt. */
export const known = signal({ scene: new Scene() });
/** The scene that is shown, and whether that is from a recording and not as it happens. Another object whenever something has changed in it, at most once a frame. */
export const shown = signal({ ...known.peek(), replayed: false });
/** Changes with that alone, where `shown` does with every frame. */
export const replayed = computed(() => shown.value.replayed);
/** The moment that is shown, ms of the run. Changes with every frame while time passes. */
export const clock = signal(0);
/** Whether the server is reached. */
export const connection = signal<'opening' | 'open' | 'lost' | 'full'>('opening');

export let recording = new Recording();

/** As the server sends it. */
interface News {
  readonly now: number;
  readonly base?: SceneData;
  readonly entries: readonly Entry[];
}

/** How long somebody who is gone is kept where there is no lesson, ms: as long as a timeline is. */
const forgetAfter = 60_000;

/** `performance.now()` at which the run began, by what the server says. */
let began = 0;
let dirty = false;
let frame = 0;

/** Listens to what happens, and goes on after a break: an EventSource tries again by itself, except where it was turned away. */
export function listen(): void {
  const source = new EventSource('/events');
  source.onopen = () => {
    connection.value = 'open';
  };
  source.onmessage = ({ data }: MessageEvent<string>) => {
    take(JSON.parse(data) as News);
  };
  source.onerror = () => {
    connection.value = source.readyState === EventSource.CLOSED ? 'full' : 'lost';
  };
}

/** Takes in what the server sends. Also where the page is hidden: then nothing is drawn, and nothing gathers. */
function take({ now: at, base, entries }: News): void {
  // The later a message comes, the later the run would seem to have begun: the earliest is nearest.
  const since = performance.now() - at;
  const scene = base === undefined ? known.peek().scene : Scene.from(base);
  if (base !== undefined) {
    recording = new Recording(scene.copy());
    began = since;
  }
  began = Math.min(began, since);
  for (const entry of entries) {
    scene.apply(entry);
    recording.add(entry);
  }
  if (scene.lesson === undefined) scene.forget(at - forgetAfter);
  // Not before: whoever sees another scene sees what it is about.
  if (base !== undefined) {
    // Both at once: who learns of a run that is over begins a replay.
    batch(() => {
      known.value = { scene };
      shown.value = { scene, replayed: false };
      clock.value = now(scene);
    });
  }
  dirty ||= entries.length > 0 || base !== undefined;
  request();
}

/** Somebody's connection is open, or a lesson runs: time passes. */
function passes({ clients, lesson, done, failed }: Scene): boolean {
  if (lesson !== undefined && done === undefined && failed === undefined) return true;
  return [...clients.values()].some(({ closed }) => closed === undefined);
}

/** ms of a run as it happens. */
function now(scene: Scene): number {
  return passes(scene) ? performance.now() - began : scene.at;
}

function request(): void {
  if (frame === 0) frame = requestAnimationFrame(draw);
}

function draw(): void {
  frame = 0;
  const { scene } = known.peek();
  if (dirty) {
    dirty = false;
    if (!shown.peek().replayed) shown.value = { scene, replayed: false };
    known.value = { scene };
  }
  // Somebody who learnt it may have begun a replay.
  if (shown.peek().replayed) return;
  clock.value = now(scene);
  if (passes(scene)) request();
}

/** What a replay has shown last, so that the next moment is had from there where time goes on. */
let replay: { readonly of: Recording; readonly base: Scene; readonly entries: readonly Entry[]; readonly until: number; scene: Scene; next: number } | undefined;

/** A replay of what is known when it is begun, in order. */
export function replaying(): NonNullable<typeof replay> {
  if (replay?.of === recording) return replay;
  const { done, at } = known.peek().scene;
  // The recording's own moves on where it is folded meanwhile.
  const base = recording.base();
  replay = { of: recording, base, entries: recording.sorted(), until: done ?? at, scene: base.copy(), next: 0 };
  return replay;
}

/** Shows a moment of the recording. */
export function showMoment(at: number): void {
  const run = replaying();
  if (at < run.scene.at) [run.scene, run.next] = [run.base.copy(), 0];
  const { entries, scene } = run;
  let changed = !replayed.peek() || shown.peek().scene !== scene;
  for (let entry = entries[run.next]; entry !== undefined && entry.at <= at; entry = entries[run.next]) {
    scene.apply(entry);
    run.next += 1;
    changed = true;
  }
  if (changed) shown.value = { scene, replayed: true };
  clock.value = at;
}

/** Shows what happens as it happens again. */
export function showLive(): void {
  replay = undefined;
  shown.value = { ...known.peek(), replayed: false };
  clock.value = now(known.peek().scene);
  request();
}
