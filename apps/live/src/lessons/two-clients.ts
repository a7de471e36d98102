import type { Stage } from './lesson.ts';

/** How long the first one stays, how much later the second comes, and how long that one stays, ms. */
export const [stays, later, staysToo] = [1_200, 200, 200] as const;

/** The course's two clients, on each of several servers at the same time: one that stays, and one that comes meanwhile. */
export async function twoClients(stage: Stage, servers: readonly string[]): Promise<void> {
  const one = [{ ask: 'none' }] as const;
  const first = await Promise.all(servers.map((server) => stage.client(server, { messages: one, hold: Infinity })));
  await stage.until(({ clients }) => [...clients.values()].every(({ exchanges }) => exchanges[0]?.got !== undefined));
  await stage.pass(later);
  const second = await Promise.all(servers.map((server) => stage.client(server, { messages: one, hold: staysToo })));
  // By the clock of all: where one server is late, the first client of another would have left before the second has its reply.
  await stage.pass(stays - later);
  for (const client of first) client.leave();
  await Promise.all([...first, ...second].map(({ closed }) => closed));
}
