import { signal } from '@preact/signals';
import { shown } from './state.ts';

/** With more clients than this one panel is drawn a frame, each in its turn: all of them would be more than fits into one. */
const crowd = 24;

/** What the panels are drawn from. */
export const pictured = signal(shown.peek());
/** As which version of its server each panel is to be drawn; last, whichever was drawn last. */
export const drawn = new Map<string, number>();
let frame = 0;

function draw(): void {
  frame = 0;
  const now = shown.peek();
  const { servers, clients, versions } = now.scene;
  const anew = now.scene !== pictured.peek().scene;
  if (anew) drawn.clear();
  const behind = [...new Set([...drawn.keys(), ...servers.keys()])].filter((name) => drawn.get(name) !== (versions.get(name) ?? 0));
  const due = anew || clients.size <= crowd ? behind : behind.slice(0, 1);
  for (const name of due) {
    drawn.delete(name);
    if (servers.has(name)) drawn.set(name, versions.get(name) ?? 0);
  }
  pictured.value = { ...now };
  if (due.length < behind.length) frame = requestAnimationFrame(draw);
}
shown.subscribe(() => {
  if (frame === 0) draw();
});
