import { connection, take } from './state.ts';

/** Listens to what happens, and goes on after a break: an EventSource tries again by itself, except where it was turned away. */
export function listen(): void {
  const source = new EventSource('/events');
  source.onopen = () => {
    connection.value = 'open';
  };
  source.onmessage = ({ data }: MessageEvent<string>) => {
    take(JSON.parse(data) as Parameters<typeof take>[0]);
  };
  source.onerror = () => {
    connection.value = source.readyState === EventSource.CLOSED ? 'full' : 'lost';
  };
}
